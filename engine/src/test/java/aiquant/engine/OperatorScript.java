package aiquant.engine;

import aiquant.engine.fact.Fact;
import aiquant.kernel.market.Symbol;
import java.util.List;
import java.util.function.Function;

/// What an operator does at fixed rounds of a market, once each, over any number of restarts.
///
/// It uses every command that moves something: entries paused and resumed, one position closed, the strategy halted and
/// resumed, everything closed, and the strategy let go again.
final class OperatorScript {
    private final List<Line> lines;

    /// One command.
    ///
    /// @param round         given after this many rounds are decided, or later
    /// @param needsPosition waits until a position is open
    private record Line(int round, boolean needsPosition, Function<Book, EngineCommand> command) {}

    private OperatorScript(List<Line> lines) {
        this.lines = lines;
    }

    /// Spreads the commands over the second half of a market of so many rounds.
    static OperatorScript over(int rounds) {
        int eighth = rounds / 8;
        return new OperatorScript(List.of(
                new Line(4 * eighth, true, _ -> new EngineCommand.PauseEntries("lunch")),
                new Line(4 * eighth + 9, false, _ -> new EngineCommand.Resume("back from lunch")),
                new Line(5 * eighth, true, book -> new EngineCommand.ClosePosition(firstOpen(book))),
                new Line(5 * eighth + 9, true, _ -> new EngineCommand.Halt("something smells")),
                new Line(5 * eighth + 15, false, _ -> new EngineCommand.Resume("only the kitchen")),
                new Line(6 * eighth, true, _ -> new EngineCommand.Flatten("enough for today")),
                new Line(6 * eighth + 9, false, _ -> new EngineCommand.Resume("another day"))));
    }

    /// An operator who does nothing.
    static OperatorScript silent() {
        return new OperatorScript(List.of());
    }

    int length() {
        return lines.size();
    }

    /// Whether the next command's time has come.
    boolean isDue(int given, int round, Book book) {
        return given < lines.size()
                && round >= lines.get(given).round()
                && (!lines.get(given).needsPosition() || book.state().openPositions() > 0);
    }

    EngineCommand command(int number, Book book) {
        return lines.get(number).command().apply(book);
    }

    private static Symbol firstOpen(Book book) {
        return book.state().symbols().stream()
                .filter(book.state()::isOpen)
                .findFirst()
                .orElseThrow();
    }

    /// How many commands a ledger holds with all that follows from them.
    static int given(List<Fact> facts) {
        int given = 0;
        for (int i = 0; i < facts.size(); i++) {
            if (facts.get(i) instanceof Fact.CommandTaken taken && i + followers(taken) < facts.size()) {
                given++;
            }
        }
        return given;
    }

    /// Whether a ledger ends within a command: what no crash leaves behind, because a command is one commit.
    static boolean endsWithinCommand(List<Fact> facts) {
        long begun = facts.stream().filter(Fact.CommandTaken.class::isInstance).count();
        return begun > given(facts);
    }

    /// So many facts follow from a command in the same commit.
    private static int followers(Fact.CommandTaken command) {
        return command.command().equals("flatten") ? 2 : 1;
    }
}
