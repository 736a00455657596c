package aiquant.engine;

import aiquant.engine.feed.Round;
import aiquant.engine.feed.RoundSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Steps an engine through a market from its first round to its last while an operator follows a script.
///
/// On a ledger with history the same code is a restart: the market begins anew, and of the script comes what the ledger
/// does not hold yet.
final class ScriptedRun {
    private final Engine engine;
    private final RoundSource source;
    private final OperatorScript script;
    private final Stepping stepping;
    private int given;
    private int rounds;

    /// How one event is handled, and what is looked at around it.
    interface Stepping {
        /// @return false when there was nothing to do
        boolean step();

        /// So many rounds are decided and settled.
        default void settled(int rounds) {}
    }

    /// @param given how many commands of the script the ledger holds
    ScriptedRun(Engine engine, RoundSource source, OperatorScript script, int given, Stepping stepping) {
        this.engine = engine;
        this.source = source;
        this.script = script;
        this.given = given;
        this.stepping = stepping;
    }

    void runToEnd() throws InterruptedException {
        settle();
        for (Optional<Round> round = source.next(); round.isPresent(); round = source.next()) {
            engine.offer(round.get());
            settle();
            if (engine.book().lastDecidedMs() < round.get().timeMs()) {
                throw new IllegalStateException("the round at " + round.get().timeMs() + " came to no end; open orders "
                        + engine.book().orders().open());
            }
            rounds++;
            followScript(round.get());
            stepping.settled(rounds);
        }
        engine.inbox().feed(new Inbox.FeedMessage.Finished());
        settle();
        if (!engine.isFinished() || given < script.length()) {
            throw new IllegalStateException("the market ended with " + given + " commands given and open orders "
                    + engine.book().orders().open());
        }
    }

    /// Rounds an earlier run decided pass in silence; the script goes on behind the last of them, unless the books are
    /// in the midst of the next already.
    private void followScript(Round round) {
        Book book = engine.book();
        while (book.lastDecidedMs() == round.timeMs()
                && book.openRoundMs() == Long.MIN_VALUE
                && script.isDue(given, rounds, book)) {
            CompletableFuture<CommandResult> answer = new CompletableFuture<>();
            engine.inbox().ask(new Inbox.Ask(script.command(given, book), answer));
            settle();
            if (!(answer.getNow(new CommandResult.Refused("no answer")) instanceof CommandResult.Accepted)) {
                throw new IllegalStateException("command " + given + " of the script: " + answer);
            }
            given++;
        }
    }

    private void settle() {
        boolean isBusy = true;
        while (isBusy) {
            isBusy = stepping.step();
        }
    }
}
