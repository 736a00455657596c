package aiquant.desktop.strip;

import aiquant.desktop.command.Commands;
import aiquant.desktop.figures.Figures;
import aiquant.desktop.figures.Times;
import aiquant.desktop.table.Tone;
import aiquant.engine.EngineCommand;
import aiquant.engine.EngineView;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Folds views into the strip's state and asks for other replay speeds.
public final class StripPresenter {

    private final Commands commands;
    private final ReadOnlyObjectWrapper<Optional<StripState>> state = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Speed>> speed = new ReadOnlyObjectWrapper<>(Optional.empty());

    public StripPresenter(Commands commands) {
        this.commands = commands;
    }

    public void show(EngineView view) {
        double start = view.equity() - view.dayPnl();
        double dayPercent = start > 0 ? view.dayPnl() / start * 100 : Double.NaN;
        double realised = view.realisedPnl().toDouble();
        state.set(Optional.of(new StripState(
                view.mode(),
                view.account(),
                Times.stamp(view.clockMs()) + " UTC",
                new StripState.Figure(Figures.money(view.equity()), "", Tone.PLAIN),
                new StripState.Figure(
                        Figures.signedMoney(view.dayPnl()),
                        Figures.signedPercent(dayPercent),
                        Tone.ofSign(view.dayPnl())),
                new StripState.Figure(Figures.signedMoney(realised), "", Tone.ofSign(realised)),
                new StripState.Figure(Figures.money(view.fees().toDouble()), "", Tone.PLAIN),
                view.runState().name(),
                tone(view.runState()),
                speedReason(view))));
        speed.set(
                view.feed().wantedSpeed().isPresent()
                        ? Speed.of(view.feed().wantedSpeed().getAsDouble())
                        : Optional.empty());
    }

    /// The button shows the new speed once the engine's view says so.
    void setSpeed(Speed wanted) {
        commands.send(new EngineCommand.SetSpeed(wanted.roundsPerSecond()), "Replay speed " + wanted.label(), () -> {});
    }

    ReadOnlyObjectProperty<Optional<StripState>> state() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Speed>> speed() {
        return speed.getReadOnlyProperty();
    }

    private static Tone tone(EngineView.RunState runState) {
        return switch (runState) {
            case RUNNING -> Tone.GOOD;
            case STARTING, FINISHED, STOPPED -> Tone.WARN;
            case FAILED -> Tone.BAD;
        };
    }

    private static String speedReason(EngineView view) {
        if (view.feed().wantedSpeed().isEmpty()) {
            return "Only recorded or generated candles have a speed";
        }
        return switch (view.runState()) {
            case STARTING, RUNNING -> "";
            case FINISHED -> "The recorded candles are at their end";
            case FAILED, STOPPED -> "The engine is not running";
        };
    }
}
