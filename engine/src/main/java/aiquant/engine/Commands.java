package aiquant.engine;

import aiquant.engine.fact.Fact;
import aiquant.engine.risk.KillLevel;
import aiquant.engine.risk.KillSwitch;
import aiquant.kernel.decision.Intent;
import aiquant.kernel.decision.KernelState;
import aiquant.kernel.market.Symbol;
import aiquant.kernel.rule.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;
import java.util.function.LongSupplier;

/// Carries out what a person asks. Everything accepted is in the ledger before it takes effect.
final class Commands {
    private static final String OPERATOR = "operator";

    /// Writes a fact to the ledger and folds it; returns its sequence.
    interface Recorder {
        long record(Fact fact);
    }

    private final Book book;
    private final Recorder append;
    private final LongSupplier marketMs;
    private final DoubleConsumer speed;

    Commands(Book book, Recorder append, LongSupplier marketMs, DoubleConsumer speed) {
        this.book = book;
        this.append = append;
        this.marketMs = marketMs;
        this.speed = speed;
    }

    CommandResult carryOut(EngineCommand command) {
        return switch (command) {
            case EngineCommand.PauseEntries pause -> tighten("pause-entries", KillLevel.CLOSE_ONLY, pause.reason());
            case EngineCommand.Halt halt -> tighten("halt", KillLevel.HALTED, halt.reason());
            case EngineCommand.Flatten flatten -> flatten(flatten);
            case EngineCommand.Resume resume -> resume(resume);
            case EngineCommand.ClosePosition close -> close(close.symbol());
            case EngineCommand.SetSpeed set -> setSpeed(set.roundsPerSecond());
        };
    }

    private CommandResult tighten(String name, KillLevel level, String reason) {
        long sequence = append.record(new Fact.CommandTaken(name, reason));
        append.record(new Fact.KillChanged(OPERATOR, level, reason));
        return new CommandResult.Accepted(sequence);
    }

    private CommandResult flatten(EngineCommand.Flatten flatten) {
        if (!book.killSwitch().level().allowsFlatten()) {
            return new CommandResult.Refused("the kill switch is at HARD: nothing is sent at all");
        }
        CommandResult result = tighten("flatten", KillLevel.CLOSE_ONLY, flatten.reason());
        List<Intent> closes = new ArrayList<>();
        for (Symbol symbol : book.state().symbols()) {
            closeIntent(symbol, "Flatten by operator").ifPresent(closes::add);
        }
        decide(result, closes);
        return result;
    }

    private CommandResult close(Symbol symbol) {
        if (!book.state().symbols().contains(symbol)) {
            return new CommandResult.Refused("there is no symbol " + symbol);
        }
        Optional<Intent> intent = closeIntent(symbol, "Closed by operator");
        if (intent.isEmpty()) {
            return new CommandResult.Refused("there is no open position in " + symbol);
        }
        CommandResult result = new CommandResult.Accepted(append.record(new Fact.CommandTaken("close", symbol.name())));
        decide(result, List.of(intent.get()));
        return result;
    }

    private Optional<Intent> closeIntent(Symbol symbol, String reason) {
        KernelState state = book.state();
        Optional<Position> position = state.position(symbol);
        double mark = state.mark(symbol);
        if (position.isEmpty()) {
            return Optional.empty();
        }
        double price = mark > 0.0 ? mark : position.get().entry;
        return Optional.of(
                new Intent.Close(symbol, position.get().side > 0, price, position.get().size, false, reason));
    }

    private void decide(CommandResult result, List<Intent> intents) {
        if (result instanceof CommandResult.Accepted accepted && !intents.isEmpty()) {
            append.record(new Fact.DecisionMade(
                    Book.operatorEvent(accepted.sequence()),
                    marketMs.getAsLong(),
                    Optional.empty(),
                    intents,
                    OptionalDouble.empty(),
                    Optional.empty(),
                    Optional.empty()));
        }
    }

    /// Lifts every cause a person may lift; what the environment set stays.
    private CommandResult resume(EngineCommand.Resume resume) {
        if (resume.reason().isBlank()) {
            return new CommandResult.Refused("resuming needs a reason");
        }
        List<KillSwitch.Cause> causes = book.killSwitch().causes().stream()
                .filter(cause -> !cause.origin().equals(KillSwitch.ENVIRONMENT))
                .toList();
        if (causes.isEmpty()) {
            return new CommandResult.Refused(
                    book.killSwitch().level() == KillLevel.ACTIVE
                            ? "the kill switch is not set"
                            : "only the environment holds the kill switch; change it there and restart");
        }
        long sequence = append.record(new Fact.CommandTaken("resume", resume.reason()));
        for (KillSwitch.Cause cause : causes) {
            append.record(new Fact.KillChanged(cause.origin(), KillLevel.ACTIVE, resume.reason()));
        }
        return new CommandResult.Accepted(sequence);
    }

    private CommandResult setSpeed(double roundsPerSecond) {
        if (!(roundsPerSecond >= 0.0)) {
            return new CommandResult.Refused("a speed must not be negative: " + roundsPerSecond);
        }
        long sequence = append.record(new Fact.CommandTaken("speed", Double.toString(roundsPerSecond)));
        speed.accept(roundsPerSecond);
        return new CommandResult.Accepted(sequence);
    }
}
