package aiquant.engine.research;

import aiquant.kernel.backtest.EquityPoint;
import java.util.ArrayList;
import java.util.List;

/// Returns from the last balance of one UTC day to that of the next day that has one.
///
/// A balance of nothing earns nothing.
record DailyReturns(long[] days, double[] returns) {

    static final double DAYS_PER_YEAR = 365;
    private static final long DAY_MS = 86_400_000L;

    /// @param curve in time order
    static DailyReturns of(List<EquityPoint> curve) {
        List<EquityPoint> closes = new ArrayList<>();
        for (EquityPoint point : curve) {
            if (!closes.isEmpty() && day(closes.getLast()) == day(point)) {
                closes.removeLast();
            }
            closes.add(point);
        }
        int n = Math.max(0, closes.size() - 1);
        long[] days = new long[n];
        double[] returns = new double[n];
        for (int i = 0; i < n; i++) {
            double before = closes.get(i).value();
            days[i] = day(closes.get(i + 1)) * DAY_MS;
            returns[i] = before <= 1e-12 ? 0 : closes.get(i + 1).value() / before - 1;
        }
        return new DailyReturns(days, returns);
    }

    /// Of the days from `fromMs` to `toMs`; 0 of none.
    double mean(long fromMs, long toMs) {
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

    private static long day(EquityPoint point) {
        return Math.floorDiv(point.timeMs(), DAY_MS);
    }
}
