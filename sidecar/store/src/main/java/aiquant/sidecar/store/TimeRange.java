package aiquant.sidecar.store;

/// From the earliest to the latest open time of some candles, both included, in epoch milliseconds.
public record TimeRange(long minMs, long maxMs) {

    public TimeRange {
        if (minMs > maxMs) {
            throw new IllegalArgumentException("time range ends before it starts: " + minMs + " to " + maxMs);
        }
    }

    TimeRange including(TimeRange other) {
        return new TimeRange(Math.min(minMs, other.minMs), Math.max(maxMs, other.maxMs));
    }
}
