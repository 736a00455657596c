package aiquant.desktop.risk;

import aiquant.desktop.figures.Figures;
import aiquant.desktop.figures.Times;
import aiquant.desktop.table.Tone;
import aiquant.engine.EngineView;
import aiquant.engine.risk.KillLevel;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Folds views into the risk panel.
public final class RiskPresenter {

    private static final int DENIALS = 8;
    private static final double NEAR = 0.75;

    private final ReadOnlyObjectWrapper<Optional<RiskState>> state = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<EngineView.EquityPoint>> equity = new ReadOnlyObjectWrapper<>(List.of());

    public void show(EngineView view) {
        KillLevel level = view.kill().level();
        RiskState newest = new RiskState(
                view.limits().stream().map(RiskPresenter::limit).toList(),
                word(level),
                level == KillLevel.ACTIVE ? Tone.GOOD : level == KillLevel.CLOSE_ONLY ? Tone.WARN : Tone.BAD,
                view.kill().causes().stream()
                        .map(cause -> cause.origin() + ", " + Times.clock(cause.sinceMs()) + ": " + cause.reason())
                        .toList(),
                view.denials().stream()
                        .limit(DENIALS)
                        .map(RiskPresenter::denial)
                        .toList());
        state.set(Optional.of(newest));
        equity.set(view.equityCurve());
    }

    ReadOnlyObjectProperty<Optional<RiskState>> state() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<EngineView.EquityPoint>> equity() {
        return equity.getReadOnlyProperty();
    }

    private static String word(KillLevel level) {
        return switch (level) {
            case ACTIVE -> "Entries and exits allowed";
            case CLOSE_ONLY -> "Close only: no entries, exits go on";
            case HALTED -> "Halted: the strategy sends nothing";
            case HARD -> "Hard stop: nothing is sent at all";
        };
    }

    private static RiskState.Limit limit(EngineView.LimitRow row) {
        double part = row.limit() > 0 ? Math.max(0, row.used() / row.limit()) : 0;
        Tone tone = part >= 1 ? Tone.BAD : part >= NEAR ? Tone.WARN : Tone.PLAIN;
        String used = figure(row.used()) + " of " + figure(row.limit()) + " " + row.unit();
        return new RiskState.Limit(row.name(), used.strip(), part, tone, row.consequence());
    }

    private static String figure(double value) {
        return value == Math.rint(value) ? Figures.fixed(value, 0) : Figures.fixed(value, 2);
    }

    private static RiskState.Denial denial(EngineView.DenialRow row) {
        return new RiskState.Denial(
                row.atMs(), Times.stamp(row.atMs()), row.symbol().name(), row.check(), row.text());
    }
}
