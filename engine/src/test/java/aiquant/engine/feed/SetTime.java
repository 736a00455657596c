package aiquant.engine.feed;

import java.time.Instant;

/// Time that a test moves: the clock in any direction, the count only forward.
final class SetTime {
    private long clockMs = 1_800_000_000_000L;
    private long steadyMs = 5_000;

    MarketTime time() {
        return new MarketTime(() -> Instant.ofEpochMilli(clockMs), () -> steadyMs);
    }

    /// Time passes.
    void pass(long ms) {
        clockMs += ms;
        steadyMs += ms;
    }

    /// Somebody sets the clock.
    void setClock(long byMs) {
        clockMs += byMs;
    }

    long clockMs() {
        return clockMs;
    }
}
