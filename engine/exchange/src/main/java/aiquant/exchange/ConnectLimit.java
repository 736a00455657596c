package aiquant.exchange;

/// How often this machine may open connections to the exchange: 20 in any minute, of the 30 that it allows.
///
/// One object is shared by all sockets. Thread-safe.
public final class ConnectLimit {
    private static final int PER_MINUTE = 20;
    private static final long MINUTE_MS = 60_000;

    private final Clockwork clockwork;
    private final SlidingWindow opened = new SlidingWindow(MINUTE_MS);

    public ConnectLimit(Clockwork clockwork) {
        this.clockwork = clockwork;
    }

    /// Counts a connection that is opened now, or says how long to wait before asking again.
    /// @return zero if it was counted
    synchronized long take() {
        long nowMs = clockwork.steadyMs();
        long waitMs = opened.waitMs(1, PER_MINUTE, nowMs);
        if (waitMs == 0) {
            opened.add(1, nowMs);
        }
        return waitMs;
    }
}
