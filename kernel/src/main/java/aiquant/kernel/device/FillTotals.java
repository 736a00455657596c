package aiquant.kernel.device;

import aiquant.kernel.rule.DeviceCode;
import aiquant.kernel.rule.FillRow;

/// What the fills of one run add up to, in log order, with a digest that differs when any fill differs.
@DeviceCode
public final class FillTotals {
    private static final long PRIME = 0x100000001b3L;
    private static final long START = 0xcbf29ce484222325L;
    private static final long INFINITY_BITS = 0x7ff0000000000000L;

    public int trades;
    public int wins;
    public int losses;
    public double grossProfit;
    public double grossLoss;
    public double fees;
    public long digest;

    /// Raw signals; not a fill, but counted along.
    public int signals;

    public static void start(FillTotals t) {
        t.trades = 0;
        t.wins = 0;
        t.losses = 0;
        t.grossProfit = 0.0;
        t.grossLoss = 0.0;
        t.fees = 0.0;
        t.digest = START;
        t.signals = 0;
    }

    public static void add(FillTotals t, FillRow row) {
        t.fees = t.fees + row.fee;
        if (row.action == FillRow.CLOSE || row.action == FillRow.REDUCE) {
            close(t, row.pnl);
        }
        mix(t, row.timeMs);
        mix(t, row.symbol << 16 | row.action << 8 | row.reason);
        mix(t, Double.doubleToLongBits(row.price));
        mix(t, Double.doubleToLongBits(row.size));
    }

    private static void close(FillTotals t, double pnl) {
        t.trades = t.trades + 1;
        if (pnl > 0.0) {
            t.wins = t.wins + 1;
            t.grossProfit = t.grossProfit + pnl;
        } else if (pnl < 0.0) {
            t.losses = t.losses + 1;
            t.grossLoss = t.grossLoss + pnl;
        }
    }

    private static void mix(FillTotals t, long value) {
        final long mixed = (t.digest ^ value) * PRIME;
        t.digest = mixed ^ (mixed >>> 32);
    }

    /// Positive infinity when nothing was lost; 0 when nothing was won either.
    public static double profitFactor(FillTotals t) {
        if (Math.abs(t.grossLoss) > 1e-12) {
            return t.grossProfit / Math.abs(t.grossLoss);
        }
        return t.grossProfit > 0.0 ? Double.longBitsToDouble(INFINITY_BITS) : 0.0;
    }
}
