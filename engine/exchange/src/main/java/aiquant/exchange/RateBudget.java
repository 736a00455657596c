package aiquant.exchange;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/// The weight this machine may spend at the exchange: 1200 in any minute, by REST and by posts of the socket.
///
/// One object is shared by all who send. A request is charged before it is sent, at its worst, and corrected
/// when the answer shows what it weighed. The last fifth is kept for exits and cancels. Thread-safe.
public final class RateBudget {
    /// What the exchange allows one address of the internet in a minute.
    public static final int PER_MINUTE = 1200;

    private static final long MINUTE_MS = 60_000;
    private static final long FIRST_PAUSE_MS = 1000;
    private static final long LONGEST_PAUSE_MS = 60_000;

    private final Clockwork clockwork;
    private final RandomGenerator random;
    private final int times;
    private final SlidingWindow spent = new SlidingWindow(MINUTE_MS);
    private long pausedUntilMs;
    private long exitsPausedUntilMs;
    private int refusalsInARow;

    /// How much of the budget a request may see.
    public enum Priority {
        /// Bulk reads of history: half of it, so that they never starve the rest.
        HISTORY(PER_MINUTE / 2),
        /// All that can wait or be left: reads, entries.
        NORMAL(PER_MINUTE * 4 / 5),
        /// Exits and cancels, and the reads they depend on: everything.
        EXIT(PER_MINUTE);

        private final int limit;

        Priority(int limit) {
            this.limit = limit;
        }
    }

    /// A request that was charged.
    public interface Charge {
        /// The answer shows what it weighed.
        void correct(int weight);
    }

    /// @param random spreads the ends of pauses, so that those who wait do not return at once
    public RateBudget(Clockwork clockwork, RandomGenerator random) {
        this(clockwork, random, 1);
    }

    /// @param times so many times as much as the exchange allows, for one on this machine whose time is scaled
    public RateBudget(Clockwork clockwork, RandomGenerator random, int times) {
        this.clockwork = clockwork;
        this.random = random;
        this.times = times;
        this.pausedUntilMs = clockwork.steadyMs();
        this.exitsPausedUntilMs = pausedUntilMs;
    }

    /// Charges the request, after waiting for the budget if need be.
    /// @return empty, with nothing charged, if it would have to wait longer than that
    public Optional<Charge> take(int weight, Priority priority, long longestWaitMs) throws InterruptedException {
        long waitedMs = 0;
        while (true) {
            Optional<Charge> charge = tryTake(weight, priority);
            if (charge.isPresent()) {
                return charge;
            }
            long waitMs = Math.max(1, waitMs(weight, priority));
            waitedMs += waitMs;
            if (waitedMs > longestWaitMs) {
                return Optional.empty();
            }
            clockwork.sleep(waitMs);
        }
    }

    /// Charges the request if it can be sent now.
    public synchronized Optional<Charge> tryTake(int weight, Priority priority) {
        return waitMs(weight, priority) == 0 ? Optional.of(charge(weight)) : Optional.empty();
    }

    /// How long a request would have to wait; zero if it can be sent now.
    public synchronized long waitMs(int weight, Priority priority) {
        long nowMs = clockwork.steadyMs();
        long pauseEndMs = priority == Priority.EXIT ? exitsPausedUntilMs : pausedUntilMs;
        return Math.max(spent.waitMs(weight, times * priority.limit, nowMs), Math.max(0, pauseEndMs - nowMs));
    }

    /// What was spent in the last minute.
    public synchronized int spent() {
        return spent.total(clockwork.steadyMs());
    }

    /// The exchange said "too many requests": nobody sends for as long as it asks.
    ///
    /// Where it names no time, the pause doubles with each refusal in a row, and exits wait for the shortest
    /// pause only: the exchange documents nothing, and to try is better than to stay exposed.
    public synchronized void limited(OptionalLong retryAfterMs) {
        long nowMs = clockwork.steadyMs();
        long backOffMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS << Math.min(refusalsInARow, 10));
        refusalsInARow++;
        long jitterMs = random.nextLong(backOffMs / 2 + 1);
        long pauseMs = retryAfterMs.orElse(backOffMs) + jitterMs;
        long exitPauseMs = retryAfterMs.orElse(FIRST_PAUSE_MS);
        pausedUntilMs = Math.max(pausedUntilMs, nowMs + pauseMs);
        exitsPausedUntilMs = Math.max(exitsPausedUntilMs, nowMs + exitPauseMs);
    }

    /// The exchange answered otherwise.
    public synchronized void answered() {
        refusalsInARow = 0;
    }

    private Charge charge(int weight) {
        SlidingWindow.Correction correction = spent.add(weight, clockwork.steadyMs());
        return actual -> {
            synchronized (this) {
                correction.to(actual);
            }
        };
    }
}
