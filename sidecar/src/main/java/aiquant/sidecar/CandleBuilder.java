package aiquant.sidecar;

import aiquant.sidecar.store.Origin;
import aiquant.sidecar.store.StoredCandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// Turns the frames of one candle stream into rows: a bar's final state is a closed row once the next bar opens or the
/// clock says that it is over.
///
/// A frame holds the whole bar so far, and of two the one with more trades is later, so frames may come twice or in any
/// order. A bar whose end the connection did not see is never closed here: it stays a hole for [GapFiller]. An interval
/// without frames on a connection that lived through it becomes a flat bar at the close before. One thread.
final class CandleBuilder {

    private static final int REMEMBERED = 16;

    private final SeriesKey key;
    private final long lengthMs;
    private final long graceMs;
    private final long persistMs;

    private final TreeMap<Long, Closed> closed = new TreeMap<>();
    private final TreeSet<Long> doubts = new TreeSet<>();
    private Optional<Open> current = Optional.empty();
    private boolean isWatching;

    /// @param receivedMs when it was said last
    private record Closed(MarketBar bar, long receivedMs) {}

    /// The bar that is still going on.
    ///
    /// @param isDoubtful whether its last frame came by a connection that has ended
    private record Open(MarketBar bar, long receivedMs, long writtenMs, boolean isDoubtful) {}

    /// @param graceMs how long after its end a bar may still change by itself
    /// @param persistMs the least time between two rows of an open bar
    CandleBuilder(SeriesKey key, long graceMs, long persistMs) {
        this.key = key;
        this.lengthMs = key.interval().lengthMs();
        this.graceMs = graceMs;
        this.persistMs = persistMs;
    }

    /// The connection has ended: what it would have said is not known.
    void disconnected() {
        isWatching = false;
        current = current.map(open -> new Open(open.bar, open.receivedMs, open.writtenMs, true));
    }

    /// @return the rows to write, oldest first
    List<StoredCandle> onBar(MarketBar sent, long receivedMs) {
        List<StoredCandle> rows = new ArrayList<>();
        if (!closed.isEmpty() && sent.openTimeMs() <= closed.lastKey()) {
            late(sent, receivedMs, rows);
            return rows;
        }
        if (current.isPresent() && sent.openTimeMs() < current.get().bar.openTimeMs()) {
            doubts.add(sent.openTimeMs());
            return rows;
        }
        if (current.isPresent() && sent.openTimeMs() == current.get().bar.openTimeMs()) {
            update(current.get(), sent, receivedMs, rows);
        } else {
            next(sent, receivedMs, rows);
        }
        isWatching = true;
        return rows;
    }

    private void update(Open open, MarketBar sent, long receivedMs, List<StoredCandle> rows) {
        if (sent.trades() < open.bar.trades()) {
            return;
        }
        boolean isDue = !sent.equals(open.bar) && receivedMs >= open.writtenMs + persistMs;
        current = Optional.of(new Open(sent, receivedMs, isDue ? receivedMs : open.writtenMs, false));
        if (isDue) {
            rows.add(sent.stored(key, false, Origin.STREAM, receivedMs));
        }
    }

    private void next(MarketBar sent, long receivedMs, List<StoredCandle> rows) {
        closeCurrent(rows);
        if (isWatching) {
            fillFlat(sent.openTimeMs(), receivedMs, rows);
        }
        current = Optional.of(new Open(sent, receivedMs, receivedMs, false));
        rows.add(sent.stored(key, false, Origin.STREAM, receivedMs));
    }

    private void closeCurrent(List<StoredCandle> rows) {
        if (current.isPresent() && !current.get().isDoubtful) {
            close(current.get().bar, current.get().receivedMs, rows);
        }
        current = Optional.empty();
    }

    /// The bars up to that open time had no frame, so nothing was traded in them.
    private void fillFlat(long untilMs, long receivedMs, List<StoredCandle> rows) {
        while (!closed.isEmpty() && closed.lastKey() + lengthMs < untilMs) {
            double price = closed.lastEntry().getValue().bar.close();
            close(MarketBar.flat(closed.lastKey() + lengthMs, price), receivedMs, rows);
        }
    }

    private void close(MarketBar bar, long receivedMs, List<StoredCandle> rows) {
        MarketBar known = normal(bar);
        remember(known, receivedMs);
        rows.add(known.stored(key, true, Origin.STREAM, receivedMs));
    }

    /// A bar without trades is flat at the close before, whatever was sent.
    private MarketBar normal(MarketBar bar) {
        Closed before = closed.get(bar.openTimeMs() - lengthMs);
        return bar.isEmpty() && before != null ? MarketBar.flat(bar.openTimeMs(), before.bar.close()) : bar;
    }

    private void late(MarketBar sent, long receivedMs, List<StoredCandle> rows) {
        Closed known = closed.get(sent.openTimeMs());
        if (known == null) {
            doubts.add(sent.openTimeMs());
            return;
        }
        MarketBar bar = normal(sent);
        if (bar.equals(known.bar)) {
            return;
        }
        if (bar.trades() < known.bar.trades()) {
            doubts.add(bar.openTimeMs());
            return;
        }
        close(bar, receivedMs, rows);
        doubts.add(bar.openTimeMs());
    }

    /// Closes what is over and was watched to its end.
    ///
    /// @param heardMs when the connection said anything last, about this series or another
    List<StoredCandle> onClock(long nowMs, long heardMs) {
        List<StoredCandle> rows = new ArrayList<>();
        if (!isWatching) {
            return rows;
        }
        long seenMs = Math.min(nowMs - graceMs, heardMs);
        if (current.isPresent()) {
            if (current.get().isDoubtful || seenMs < current.get().bar.openTimeMs() + lengthMs) {
                return rows;
            }
            closeCurrent(rows);
        }
        fillFlat(Math.floorDiv(seenMs, lengthMs) * lengthMs, nowMs, rows);
        return rows;
    }

    /// Takes over what the exchange's history says of a closed bar.
    ///
    /// @return whether that is news: false where the stream has said something since
    boolean learn(MarketBar bar, long askedMs) {
        Closed known = closed.get(bar.openTimeMs());
        if (known != null && known.receivedMs > askedMs && !known.bar.equals(bar)) {
            doubts.add(bar.openTimeMs());
            return false;
        }
        if (current.isPresent()
                && current.get().bar.openTimeMs() == bar.openTimeMs()
                && current.get().receivedMs > askedMs) {
            return false;
        }
        doubts.remove(bar.openTimeMs());
        if (current.isPresent() && current.get().bar.openTimeMs() <= bar.openTimeMs()) {
            current = Optional.empty();
        }
        boolean isNewest = closed.isEmpty() || bar.openTimeMs() == closed.lastKey() + lengthMs;
        if (known != null || isNewest) {
            remember(bar, askedMs);
        } else if (bar.openTimeMs() > closed.lastKey()) {
            closed.clear();
            remember(bar, askedMs);
        }
        return true;
    }

    private void remember(MarketBar bar, long receivedMs) {
        closed.put(bar.openTimeMs(), new Closed(bar, receivedMs));
        while (closed.size() > REMEMBERED) {
            closed.pollFirstEntry();
        }
    }

    /// The closed bars that a frame has put in doubt since the last call.
    List<Long> takeDoubts() {
        List<Long> taken = List.copyOf(doubts);
        doubts.clear();
        return taken;
    }

    /// The bar that is going on, else the newest closed one.
    Optional<MarketBar> newest() {
        return current.map(Open::bar)
                .or(() -> Optional.ofNullable(closed.lastEntry())
                        .map(Map.Entry::getValue)
                        .map(Closed::bar));
    }
}
