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

    private GateCount() {}

    static void count(long[] counts, int at) {
        counts[at] = counts[at] + 1;
    }

    /// Counts one evaluation of the gates and the signal it gave.
    static void evaluation(long[] counts, GateResult g, Signal signal) {
        count(counts, CHECKS);
        count(counts, signal.side == 0 ? NEUTRAL : signal.side > 0 ? BUY : SELL);
        if (g.isRanging) {
            count(counts, RANGING);
        }
        if (g.isAnomaly) {
            count(counts, ANOMALY);
        }
        if (g.isExtended) {
            count(counts, EXTENSION);
        }
        if (!g.isFloorOk) {
            count(counts, ADX_LOW);
        }
        if (!g.isRisingOk) {
            count(counts, ADX_NOT_RISING);
        }
        if (!g.isVolumeOk) {
            count(counts, VOLUME);
        }
        if (!g.isBtcOkLong || !g.isBtcOkShort) {
            count(counts, BTC);
        }
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
