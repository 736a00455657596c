package aiquant.kernel.backtest;

import aiquant.kernel.device.EquityCurve;
import java.util.Arrays;
import java.util.List;

/// Returns from the last balance of one UTC day to that of the next day that has one.
///
/// Missing days are not filled. A balance of nothing earns nothing.
///
/// @param days    beginning of the day each return ends on, in epoch milliseconds
/// @param returns as fractions
public record DailyReturns(long[] days, double[] returns) {

    public static final double DAYS_PER_YEAR = EquityCurve.DAYS_PER_YEAR;
    private static final long DAY_MS = 86_400_000L;

    /// @param curve in time order
    public static DailyReturns of(List<EquityPoint> curve) {
        return of(
                curve.stream().mapToLong(EquityPoint::timeMs).toArray(),
                curve.stream().mapToDouble(EquityPoint::value).toArray());
    }

    /// @param timeMs of each balance, increasing
    static DailyReturns of(long[] timeMs, double[] balances) {
        double[] closes = closes(timeMs, balances);
        long[] days = new long[Math.max(0, closes.length - 1)];
        int count = -1;
        for (int i = 0; i < balances.length; i++) {
            if (isLastOfDay(timeMs, i)) {
                if (count >= 0) {
                    days[count] = day(timeMs[i]) * DAY_MS;
                }
                count++;
            }
        }
        double[] returns = new double[days.length];
        Arrays.setAll(returns, i -> EquityCurve.dailyReturn(closes[i], closes[i + 1]));
        return new DailyReturns(days, returns);
    }

    /// The last balance of each day that has one.
    static double[] closes(long[] timeMs, double[] balances) {
        double[] closes = new double[balances.length];
        int count = 0;
        for (int i = 0; i < balances.length; i++) {
            if (isLastOfDay(timeMs, i)) {
                closes[count++] = balances[i];
            }
        }
        return Arrays.copyOf(closes, count);
    }

    private static boolean isLastOfDay(long[] timeMs, int at) {
        return at + 1 == timeMs.length || day(timeMs[at + 1]) != day(timeMs[at]);
    }

    /// The number of the UTC day a time lies in.
    static long day(long timeMs) {
        return Math.floorDiv(timeMs, DAY_MS);
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
