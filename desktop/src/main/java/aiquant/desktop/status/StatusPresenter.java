package aiquant.desktop.status;

import aiquant.desktop.figures.Figures;
import aiquant.desktop.figures.Times;
import aiquant.desktop.table.Tone;
import aiquant.engine.EngineView;
import java.util.Optional;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Folds views and the passing of time into the status bar: silence is shown as age.
public final class StatusPresenter {

    private static final long MEBIBYTE = 1024 * 1024;

    private final LongSupplier wallClockMs;
    private final LongSupplier usedBytes;
    private final ReadOnlyObjectWrapper<Optional<StatusState>> state = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<EngineView> newest = Optional.empty();

    public StatusPresenter(LongSupplier wallClockMs, LongSupplier usedBytes) {
        this.wallClockMs = wallClockMs;
        this.usedBytes = usedBytes;
    }

    public void show(EngineView view) {
        newest = Optional.of(view);
        tick();
    }

    /// To be called every second, so that ages grow while nothing arrives.
    public void tick() {
        newest.ifPresent(view -> state.set(Optional.of(fold(view))));
    }

    ReadOnlyObjectProperty<Optional<StatusState>> state() {
        return state.getReadOnlyProperty();
    }

    private StatusState fold(EngineView view) {
        EngineView.FeedStatus feed = view.feed();
        long now = wallClockMs.getAsLong();
        long age = now - feed.lastMessageMs();
        double total = feed.roundsTotal().orElse(Double.NaN);
        String rounds = "Round " + Figures.count(feed.roundsDone())
                + (Double.isNaN(total) ? "" : " of " + Figures.count((long) total));
        return new StatusState(
                feed.source() + " · " + feed.state(),
                tone(view, age),
                "last bar " + ago(age),
                Figures.fixed(feed.roundsPerSecond(), feed.roundsPerSecond() < 100 ? 1 : 0) + " rounds/s",
                rounds,
                total > 0 ? feed.roundsDone() / total : Double.NaN,
                "Ledger #" + view.ledger().sequence() + " · written "
                        + ago(now - view.ledger().lastWriteMs()),
                usedBytes.getAsLong() / MEBIBYTE + " MB");
    }

    private static String ago(long millis) {
        return millis < 0 ? "just now" : Times.age(millis) + " ago";
    }

    /// Green only while bars really come in.
    private static Tone tone(EngineView view, long age) {
        return switch (view.runState()) {
            case RUNNING -> age <= view.feed().staleAfterMs() ? Tone.GOOD : Tone.WARN;
            case STARTING -> Tone.WARN;
            case FINISHED, STOPPED -> Tone.PLAIN;
            case FAILED -> Tone.BAD;
        };
    }
}
