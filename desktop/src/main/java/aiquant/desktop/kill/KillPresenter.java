package aiquant.desktop.kill;

import aiquant.desktop.command.Commands;
import aiquant.desktop.figures.Figures;
import aiquant.desktop.figures.Times;
import aiquant.engine.EngineCommand;
import aiquant.engine.EngineView;
import aiquant.engine.risk.KillLevel;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Folds views into the kill switch and sends what its steps mean. Tightening needs no reason, loosening does.
public final class KillPresenter {

    /// The word a person types before everything is closed.
    static final String FLATTEN_WORD = "FLATTEN";

    private static final String BY = "operator at the workstation";
    private static final Set<String> DONE =
            Set.of("FILLED", "DENIED", "REJECTED", "CANCELLED", "CANCELED", "EXPIRED", "FAILED");

    private final Commands commands;
    private final ReadOnlyObjectWrapper<Optional<KillState>> state = new ReadOnlyObjectWrapper<>(Optional.empty());

    public KillPresenter(Commands commands) {
        this.commands = commands;
    }

    public void show(EngineView view) {
        EngineView.Kill kill = view.kill();
        state.set(Optional.of(new KillState(
                kill.level(),
                view.account() + ", " + view.mode().label(),
                fact(kill),
                kill.causes().stream().map(KillPresenter::line).toList(),
                view.positions().stream().map(KillPresenter::line).toList(),
                view.orders().stream()
                        .filter(order -> !DONE.contains(order.state()))
                        .map(KillPresenter::line)
                        .toList())));
    }

    public void pauseEntries() {
        commands.send(new EngineCommand.PauseEntries(BY), "Pause entries");
    }

    void halt() {
        commands.send(new EngineCommand.Halt(BY), "Halt");
    }

    void flatten() {
        commands.send(new EngineCommand.Flatten(BY), "Flatten");
    }

    void resume(String reason) {
        commands.send(new EngineCommand.Resume(reason.strip()), "Resume");
    }

    ReadOnlyObjectProperty<Optional<KillState>> state() {
        return state.getReadOnlyProperty();
    }

    private static String fact(EngineView.Kill kill) {
        if (kill.level() == KillLevel.ACTIVE) {
            return "";
        }
        return kill.causes().stream()
                .filter(cause -> cause.level() == kill.level())
                .findFirst()
                .map(cause -> word(kill.level()) + " " + Times.clock(cause.sinceMs()) + " by " + cause.origin())
                .orElse(word(kill.level()));
    }

    static String word(KillLevel level) {
        return switch (level) {
            case ACTIVE -> "Active";
            case CLOSE_ONLY -> "Entries paused";
            case HALTED -> "Halted";
            case HARD -> "Hard stop";
        };
    }

    private static String line(EngineView.Kill.Cause cause) {
        return "%s by %s since %s UTC: %s"
                .formatted(word(cause.level()), cause.origin(), Times.stamp(cause.sinceMs()), cause.reason());
    }

    private static String line(EngineView.PositionRow position) {
        return "%s %s %s, entry %s, mark %s, %s USD"
                .formatted(
                        position.side(),
                        position.quantity(),
                        position.symbol(),
                        Figures.price(position.entryPrice()),
                        Figures.price(position.mark()),
                        Figures.signedMoney(position.pnlUsd()));
    }

    private static String line(EngineView.OrderRow order) {
        return "%s %s %s %s (%s)"
                .formatted(order.action(), order.side(), order.quantity(), order.symbol(), order.state());
    }
}
