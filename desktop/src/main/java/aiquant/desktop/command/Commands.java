package aiquant.desktop.command;

import aiquant.engine.CommandResult;
import aiquant.engine.EngineClient;
import aiquant.engine.EngineCommand;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Hands commands to the engine and turns each answer into a [Notice]. Never waits.
public final class Commands {

    private final EngineClient engine;
    private final Executor fxThread;
    private final Consumer<Notice> notices;

    public Commands(EngineClient engine, Executor fxThread, Consumer<Notice> notices) {
        this.engine = engine;
        this.fxThread = fxThread;
        this.notices = notices;
    }

    /// @param what the action in words, for the notice: `Close BTC`
    public void send(EngineCommand command, String what) {
        send(command, what, () -> {});
    }

    /// @param accepted runs on the JavaFX thread once the engine has recorded the command
    public void send(EngineCommand command, String what, Runnable accepted) {
        engine.send(command).whenCompleteAsync((result, failure) -> answer(what, result, failure, accepted), fxThread);
    }

    private void answer(String what, @Nullable CommandResult result, @Nullable Throwable failure, Runnable accepted) {
        switch (result) {
            case CommandResult.Accepted(long sequence) -> {
                notices.accept(new Notice(what + ": recorded as ledger entry " + sequence, Notice.Kind.DONE));
                accepted.run();
            }
            case CommandResult.Refused(String why) ->
                notices.accept(new Notice(what + " refused: " + why, Notice.Kind.REFUSED));
            case null ->
                notices.accept(new Notice(
                        what + " did not reach the engine: " + (failure == null ? "no answer" : failure.getMessage()),
                        Notice.Kind.FAILED));
        }
    }
}
