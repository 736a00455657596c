package aiquant.simulator.account;

import java.util.OptionalLong;

/// The dead man's switch of an account: when it fires, all its orders are cancelled; ten times a day at most.
///
/// Not thread-safe.
public final class CancelTimer {

    private static final long DAY_MS = 86_400_000;
    private static final int FIRINGS_A_DAY = 10;

    private OptionalLong atMs = OptionalLong.empty();
    private long day;
    private int firings;

    public OptionalLong atMs() {
        return atMs;
    }

    public void set(OptionalLong timeMs) {
        atMs = timeMs;
    }

    public boolean isSpent(long nowMs) {
        return day == Math.floorDiv(nowMs, DAY_MS) && firings >= FIRINGS_A_DAY;
    }

    public void fire(long nowMs) {
        long today = Math.floorDiv(nowMs, DAY_MS);
        firings = today == day ? firings + 1 : 1;
        day = today;
        atMs = OptionalLong.empty();
    }
}
