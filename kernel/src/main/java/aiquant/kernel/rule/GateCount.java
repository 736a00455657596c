package aiquant.kernel.rule;

/// Places of the gate statistics in their array of counters.
@DeviceCode
public final class GateCount {
    public static final int CHECKS = 0;
    public static final int NEUTRAL = 1;
    public static final int BUY = 2;
    public static final int SELL = 3;
    public static final int RANGING = 4;
    public static final int ANOMALY = 5;
    public static final int EXTENSION = 6;
    public static final int ADX_LOW = 7;
    public static final int ADX_NOT_RISING = 8;
    public static final int VOLUME = 9;
    public static final int BTC = 10;
    public static final int CONFIDENCE = 11;
    public static final int MAX_POSITIONS = 12;
    public static final int REENTRY = 13;
    public static final int MACD_SIDE = 14;
    public static final int RSI_EXTREME = 15;
    public static final int MARGIN = 16;

    /// How many places there are.
    public static final int PLACES = 17;

    private GateCount() {}

    static void count(long[] counts, int at) {
        counts[at] = counts[at] + 1;
    }

    /// Counts one evaluation of the gates and the signal it gave.
    static void evaluation(long[] counts, GateResult g, Signal signal) {
        count(counts, CHECKS);
        count(counts, signal.side == 0 ? NEUTRAL : signal.side > 0 ? BUY : SELL);
        countIf(counts, RANGING, g.isRanging);
        countIf(counts, ANOMALY, g.isAnomaly);
        countIf(counts, EXTENSION, g.isExtended);
        countIf(counts, ADX_LOW, !g.isFloorOk);
        countIf(counts, ADX_NOT_RISING, !g.isRisingOk);
        countIf(counts, VOLUME, !g.isVolumeOk);
        countIf(counts, BTC, !g.isBtcOkLong || !g.isBtcOkShort);
    }

    /// Adds one or nothing, without a branch that could be guessed wrong.
    private static void countIf(long[] counts, int at, boolean holds) {
        counts[at] = counts[at] + (holds ? 1L : 0L);
    }

    /// Counts the filter that blocked a candidate.
    static void block(long[] counts, int filter) {
        if (filter == Filters.CONFIDENCE) {
            count(counts, CONFIDENCE);
        } else if (filter == Filters.REENTRY) {
            count(counts, REENTRY);
        } else if (filter == Filters.MACD_SIDE) {
            count(counts, MACD_SIDE);
        } else if (filter == Filters.RSI_EXTREME) {
            count(counts, RSI_EXTREME);
        }
    }
}
