package aiquant.exchange;

/// Time, and work for later: from outside, so that a test decides when it passes.
///
/// Thread-safe.
public interface Clockwork {

    /// Nanoseconds from some fixed moment, never going back.
    long nanos();

    /// Milliseconds since 1970 by this machine's clock, which may jump.
    long millis();

    void sleep(long ms) throws InterruptedException;

    /// Runs the task once, later, on a thread of its own that it may block.
    Task schedule(long delayMs, Runnable task);

    /// Milliseconds from some fixed moment, never going back.
    default long steadyMs() {
        return nanos() / 1_000_000;
    }

    /// Work that has not begun.
    interface Task {
        void cancel();
    }
}
