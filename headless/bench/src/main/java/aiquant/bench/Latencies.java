package aiquant.bench;

import java.util.Arrays;

/// Many durations, of which the middle and the tail are of interest. One thread.
final class Latencies {

    private final long[] nanos;
    private int count;

    Latencies(int most) {
        nanos = new long[most];
    }

    void add(long duration) {
        if (count < nanos.length) {
            nanos[count++] = duration;
        }
    }

    int count() {
        return count;
    }

    /// @param share 0.5 is the median, 1 the longest
    double micros(double share) {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return count == 0 ? Double.NaN : sorted[(int) Math.min(count - 1L, Math.round(share * (count - 1)))] / 1_000.0;
    }
}
