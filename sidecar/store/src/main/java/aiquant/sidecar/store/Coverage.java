package aiquant.sidecar.store;

import aiquant.kernel.market.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Which bars of one symbol and interval are there, by open time: the exact answer to what is missing.
///
/// Kept as runs of neighbouring bars, so years without a hole take no room. Not thread-safe.
public final class Coverage {

    private final long lengthMs;
    private final TreeMap<Long, Long> runs = new TreeMap<>();

    public Coverage(Interval interval) {
        this.lengthMs = interval.lengthMs();
    }

    /// @throws IllegalArgumentException if no bar of the interval opens then
    public void add(long openTimeMs) {
        add(new TimeRange(openTimeMs, openTimeMs));
    }

    /// Adds every bar from the first to the last open time, both included.
    public void add(TimeRange range) {
        long min = aligned(range.minMs());
        long max = aligned(range.maxMs());
        Map.Entry<Long, Long> before = runs.floorEntry(min);
        if (before != null && before.getValue() >= min - lengthMs) {
            min = before.getKey();
            max = Math.max(max, before.getValue());
        }
        Map.Entry<Long, Long> after = runs.ceilingEntry(min);
        while (after != null && after.getKey() <= max + lengthMs) {
            max = Math.max(max, after.getValue());
            runs.remove(after.getKey());
            after = runs.ceilingEntry(min);
        }
        runs.put(min, max);
    }

    public void addAll(Coverage other) {
        other.runs.forEach((min, max) -> add(new TimeRange(min, max)));
    }

    public void remove(long openTimeMs) {
        long open = aligned(openTimeMs);
        Map.Entry<Long, Long> run = runs.floorEntry(open);
        if (run == null || run.getValue() < open) {
            return;
        }
        runs.remove(run.getKey());
        if (run.getKey() < open) {
            runs.put(run.getKey(), open - lengthMs);
        }
        if (run.getValue() > open) {
            runs.put(open + lengthMs, run.getValue());
        }
    }

    /// Forgets the bars that opened before that time.
    public void removeBefore(long timeMs) {
        long first = Math.ceilDiv(timeMs, lengthMs) * lengthMs;
        Map.Entry<Long, Long> across = runs.lowerEntry(first);
        runs.headMap(first, false).clear();
        if (across != null && across.getValue() >= first) {
            runs.put(first, across.getValue());
        }
    }

    public boolean contains(long openTimeMs) {
        Map.Entry<Long, Long> run = runs.floorEntry(openTimeMs);
        return run != null && run.getValue() >= openTimeMs;
    }

    public boolean isEmpty() {
        return runs.isEmpty();
    }

    /// @throws java.util.NoSuchElementException if there is no bar
    public long firstMs() {
        return runs.firstKey();
    }

    /// @throws java.util.NoSuchElementException if there is no bar
    public long lastMs() {
        return runs.lastEntry().getValue();
    }

    /// The number of bars that open from one time to the other, both included.
    public long count(long fromMs, long toMs) {
        long first = Math.ceilDiv(fromMs, lengthMs) * lengthMs;
        long last = Math.floorDiv(toMs, lengthMs) * lengthMs;
        return first > last ? 0 : (last - first) / lengthMs + 1 - bars(missing(first, last));
    }

    /// The holes between two open times, both included, as runs of missing open times in order.
    public List<TimeRange> missing(long fromMs, long toMs) {
        List<TimeRange> holes = new ArrayList<>();
        long next = Math.ceilDiv(fromMs, lengthMs) * lengthMs;
        long last = Math.floorDiv(toMs, lengthMs) * lengthMs;
        Map.Entry<Long, Long> run = runs.floorEntry(next);
        if (run == null) {
            run = runs.higherEntry(next);
        }
        while (run != null && run.getKey() <= last) {
            if (run.getKey() > next) {
                holes.add(new TimeRange(next, run.getKey() - lengthMs));
            }
            next = Math.max(next, run.getValue() + lengthMs);
            run = runs.higherEntry(run.getKey());
        }
        if (next <= last) {
            holes.add(new TimeRange(next, last));
        }
        return holes;
    }

    /// How many bars the ranges hold.
    public long bars(List<TimeRange> ranges) {
        return ranges.stream()
                .mapToLong(range -> (range.maxMs() - range.minMs()) / lengthMs + 1)
                .sum();
    }

    private long aligned(long openTimeMs) {
        if (Math.floorMod(openTimeMs, lengthMs) != 0) {
            throw new IllegalArgumentException("no bar of " + lengthMs + " ms opens at " + openTimeMs);
        }
        return openTimeMs;
    }

    @Override
    public String toString() {
        return runs.toString();
    }
}
