package aiquant.simulator.server;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/// What time it is at the exchange.
public interface SimulatorClock {

    /// Milliseconds since the epoch, never less than before.
    long nowMs();

    /// Time that passes `factor` times as fast as `wall`, from `startMs` on.
    ///
    /// @param factor above 0; 1 is real time
    static SimulatorClock scaled(InstantSource wall, long startMs, double factor) {
        if (!(factor > 0) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException("time must pass at a positive rate: " + factor);
        }
        long begunMs = wall.millis();
        return () -> startMs + (long) (factor * (wall.millis() - begunMs));
    }

    /// Time that stands still until somebody moves it.
    final class Manual implements SimulatorClock {
        private final AtomicLong now;

        public Manual(long startMs) {
            now = new AtomicLong(startMs);
        }

        /// @throws IllegalArgumentException if that is earlier
        public void set(long timeMs) {
            if (timeMs < now.get()) {
                throw new IllegalArgumentException("time does not go back: " + timeMs + " after " + now.get());
            }
            now.set(timeMs);
        }

        @Override
        public long nowMs() {
            return now.get();
        }
    }
}
