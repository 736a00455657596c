package aiquant.engine.feed;

import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/// Counts how a source does, and keeps away from one that fails for a while that doubles with each failure.
///
/// Thread-safe.
final class SourceGuard {
    private final PriceSource source;
    private final long firstPauseMs;
    private final long longestPauseMs;
    private final LongSupplier realMs;
    private final RandomGenerator random;
    private long answered;
    private long failed;
    private long refused;
    private int failuresInARow;
    private long nextTryMs;
    private String problem = "";

    /// @param realMs real time that never goes back
    SourceGuard(
            PriceSource source, long firstPauseMs, long longestPauseMs, LongSupplier realMs, RandomGenerator random) {
        this.source = source;
        this.firstPauseMs = firstPauseMs;
        this.longestPauseMs = longestPauseMs;
        this.realMs = realMs;
        this.random = random;
        this.nextTryMs = realMs.getAsLong();
    }

    /// How long to keep away; 0 if it may be asked now.
    synchronized long pauseMs() {
        return Math.max(0, nextTryMs - realMs.getAsLong());
    }

    synchronized void answered(int refusedNumbers) {
        answered++;
        refused += refusedNumbers;
        failuresInARow = 0;
        problem = "";
    }

    synchronized void failed(String why) {
        failed++;
        problem = why.isEmpty() ? "failed" : why;
        long pauseMs = Math.min(longestPauseMs, firstPauseMs << Math.min(failuresInARow, 20));
        failuresInARow++;
        nextTryMs = realMs.getAsLong() + pauseMs / 2 + random.nextLong(pauseMs / 2 + 1);
    }

    synchronized SourceState state() {
        return new SourceState(source, answered, failed, refused, problem);
    }
}
