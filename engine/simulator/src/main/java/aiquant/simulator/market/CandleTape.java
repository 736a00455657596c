package aiquant.simulator.market;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The candles of one coin in every interval, built from its trades.
///
/// Of each interval the last 5000 exist. Not thread-safe.
public final class CandleTape {

    public static final int KEPT = 5000;

    private final boolean fillsEmptyIntervals;
    private final Map<CandleInterval, Deque<VenueCandle>> candles = new EnumMap<>(CandleInterval.class);

    /// @param fillsEmptyIntervals a candle without trades repeats the close before it, rather than being absent
    public CandleTape(boolean fillsEmptyIntervals) {
        this.fillsEmptyIntervals = fillsEmptyIntervals;
        for (CandleInterval interval : CandleInterval.values()) {
            candles.put(interval, new ArrayDeque<>());
        }
    }

    /// Candles from before the first trade, oldest first.
    public void preload(CandleInterval interval, List<VenueCandle> history) {
        Deque<VenueCandle> deque = deque(interval);
        if (!deque.isEmpty()) {
            throw new IllegalStateException("history comes before trades: " + interval.text() + " has candles");
        }
        history.forEach(candle -> append(deque, candle));
    }

    public void add(long timeMs, BigDecimal price, BigDecimal size) {
        for (CandleInterval interval : CandleInterval.values()) {
            Deque<VenueCandle> deque = deque(interval);
            long openMs = interval.openMs(timeMs);
            fill(interval, openMs - 1);
            if (!deque.isEmpty() && deque.peekLast().openMs() == openMs) {
                deque.addLast(deque.removeLast().with(price, size));
            } else {
                append(deque, VenueCandle.first(openMs, interval.nextOpenMs(openMs), price, size));
            }
        }
    }

    /// Oldest first; the one that contains `fromMs` is included, and the last may still be open.
    public List<VenueCandle> between(CandleInterval interval, long fromMs, long toMs, long nowMs) {
        fill(interval, nowMs);
        return deque(interval).stream()
                .filter(candle -> candle.closeMs() >= fromMs && candle.openMs() <= toMs)
                .toList();
    }

    /// The candle of this moment, if there is one.
    public List<VenueCandle> current(CandleInterval interval, long nowMs) {
        fill(interval, nowMs);
        VenueCandle last = deque(interval).peekLast();
        return last == null || last.closeMs() < nowMs ? List.of() : List.of(last);
    }

    private void fill(CandleInterval interval, long untilMs) {
        Deque<VenueCandle> deque = deque(interval);
        if (!fillsEmptyIntervals || deque.isEmpty()) {
            return;
        }
        VenueCandle last = deque.peekLast();
        long openMs = interval.nextOpenMs(last.openMs());
        while (openMs <= untilMs) {
            long next = interval.nextOpenMs(openMs);
            append(deque, VenueCandle.flat(openMs, next, last.close()));
            openMs = next;
        }
    }

    private static void append(Deque<VenueCandle> deque, VenueCandle candle) {
        deque.addLast(candle);
        if (deque.size() > KEPT) {
            deque.removeFirst();
        }
    }

    private Deque<VenueCandle> deque(CandleInterval interval) {
        return candles.getOrDefault(interval, new ArrayDeque<>());
    }
}
