package aiquant.kernel.rule;

/// When one symbol last traded, for the waiting rules. Times in epoch milliseconds.
@DeviceCode
public final class Cooldown {
    public boolean hasEntry;
    public long entryMs;
    public boolean hasExit;
    public long exitMs;

    /// The last exit as the re-entry rule sees it; seeded times do not count.
    public boolean hasClose;
    public long closeMs;
    public int closeSide;
    public boolean isCloseFlip;

    public static void copy(Cooldown from, Cooldown to) {
        to.hasEntry = from.hasEntry;
        to.entryMs = from.entryMs;
        to.hasExit = from.hasExit;
        to.exitMs = from.exitMs;
        to.hasClose = from.hasClose;
        to.closeMs = from.closeMs;
        to.closeSide = from.closeSide;
        to.isCloseFlip = from.isCloseFlip;
    }

    static void entered(Cooldown c, long ts) {
        c.hasEntry = true;
        c.entryMs = ts;
    }

    static void exited(Cooldown c, long ts, int side, boolean isFlip) {
        c.hasExit = true;
        c.exitMs = ts;
        c.hasClose = true;
        c.closeMs = ts;
        c.closeSide = side;
        c.isCloseFlip = isFlip;
    }

    /// Whether an entry or add is still too soon.
    public static boolean blocksEntry(RuleParams p, Cooldown c, long ts) {
        return p.entryCooldownS > 0 && c.hasEntry && ts - c.entryMs < p.entryCooldownS * 1000L;
    }

    /// Whether an exit is still too soon.
    public static boolean blocksExit(RuleParams p, Cooldown c, long ts) {
        return p.exitCooldownS > 0 && c.hasExit && ts - c.exitMs < p.exitCooldownS * 1000L;
    }
}
