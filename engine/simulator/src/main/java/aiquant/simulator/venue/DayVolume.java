package aiquant.simulator.venue;

import java.math.BigDecimal;
import java.util.TreeMap;

/// What traded in the last 24 hours, counted by the minute.
final class DayVolume {

    private static final long MINUTE_MS = 60_000;
    private static final long MINUTES = 24 * 60;

    record Sum(BigDecimal base, BigDecimal usd) {
        Sum plus(Sum other) {
            return new Sum(base.add(other.base), usd.add(other.usd));
        }
    }

    private final TreeMap<Long, Sum> minutes = new TreeMap<>();

    void add(long timeMs, BigDecimal price, BigDecimal size) {
        minutes.merge(timeMs / MINUTE_MS, new Sum(size, size.multiply(price)), Sum::plus);
        minutes.headMap(timeMs / MINUTE_MS - MINUTES, true).clear();
    }

    Sum until(long timeMs) {
        return minutes.tailMap(timeMs / MINUTE_MS - MINUTES, false).values().stream()
                .reduce(new Sum(BigDecimal.ZERO, BigDecimal.ZERO), Sum::plus);
    }
}
