package aiquant.kernel.backtest;

import java.util.Arrays;
import java.util.List;

/// Returns from the last balance of one UTC day to that of the next day that has one.
///
/// Missing days are not filled. A balance of nothing earns nothing.
///
/// @param days    beginning of the day each return ends on, in epoch milliseconds
/// @param returns as fractions
public record DailyReturns(long[] days, double[] returns) {

    public static final double DAYS_PER_YEAR = 365.0;
    private static final long DAY_MS = 86_400_000L;

    /// @param curve in time order
    public static DailyReturns of(List<EquityPoint> curve) {
        return of(
                curve.stream().mapToLong(EquityPoint::timeMs).toArray(),
                curve.stream().mapToDouble(EquityPoint::value).toArray());
    }

    /// @param timeMs of each balance, increasing
    static DailyReturns of(long[] timeMs, double[] balances) {
        long[] days = new long[balances.length];
        double[] closes = new double[balances.length];
        int count = 0;
        for (int i = 0; i < balances.length; i++) {
            long day = Math.floorDiv(timeMs[i], DAY_MS);
            if (i + 1 == balances.length || Math.floorDiv(timeMs[i + 1], DAY_MS) != day) {
                days[count] = day * DAY_MS;
                closes[count++] = balances[i];
            }
        }
        double[] returns = new double[Math.max(0, count - 1)];
        for (int i = 0; i < returns.length; i++) {
            returns[i] = Math.abs(closes[i]) <= 1e-12 ? 0.0 : (closes[i + 1] - closes[i]) / closes[i];
        }
        return new DailyReturns(Arrays.copyOfRange(days, Math.min(1, count), count), returns);
    }

    /// Of the days from `fromMs` to `toMs`; 0 of none.
    public double mean(long fromMs, long toMs) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < days.length; i++) {
            if (days[i] >= fromMs && days[i] <= toMs) {
                sum += returns[i];
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }
}
