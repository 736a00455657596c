package aiquant.exchange;

import java.util.random.RandomGenerator;

/// How long to wait before the next try to connect: at once, then 1, 2, 4 … 30 seconds, each a little shorter by
/// chance so that those cut off together do not return together.
final class BackOff {
    private static final long FIRST_MS = 1000;
    private static final long LONGEST_MS = 30_000;
    private static final int MOST_DOUBLINGS = 5;

    private final RandomGenerator random;
    private int failures;

    BackOff(RandomGenerator random) {
        this.random = random;
    }

    long nextMs() {
        failures++;
        if (failures == 1) {
            return 0;
        }
        long fullMs = Math.min(LONGEST_MS, FIRST_MS << Math.min(failures - 2, MOST_DOUBLINGS));
        return fullMs - random.nextLong(fullMs / 4);
    }

    /// The connection proved itself.
    void reset() {
        failures = 0;
    }
}
