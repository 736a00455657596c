package aiquant.gpu;

import java.util.concurrent.TimeUnit;

/// How many bars a launch gets: as many as take about 80 ms, so that a run can be stopped and no card that also drives
/// a display is blocked.
final class Pace {
    private static final int FIRST = 64;
    private static final long AIM_NANOS = TimeUnit.MILLISECONDS.toNanos(80);

    private final int most;
    private final boolean isFixed;
    private int bars;

    /// @param most  what there is memory for
    /// @param fixed whether every launch gets that many
    Pace(int most, boolean fixed) {
        this.most = most;
        isFixed = fixed;
        bars = fixed ? most : Math.min(FIRST, most);
    }

    int bars() {
        return bars;
    }

    /// What the last launch took; at most doubled at a time.
    void took(int launched, long nanos) {
        if (!isFixed && launched == bars) {
            long fitting = (long) bars * AIM_NANOS / Math.max(1, nanos);
            bars = (int) Math.clamp(fitting, 1, Math.min(most, 2L * bars));
        }
    }
}
