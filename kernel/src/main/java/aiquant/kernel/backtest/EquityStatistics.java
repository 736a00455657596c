package aiquant.kernel.backtest;

import java.util.Arrays;
import java.util.List;

/// Sharpe ratio and drawdown of a curve of realised balance.
///
/// @param sharpe         of daily returns, annualised by √365
/// @param maxDrawdownPct as a fraction of the peak
record EquityStatistics(double sharpe, double maxDrawdownUsd, double maxDrawdownPct) {
    private static final long DAY_MS = 86_400_000L;
    private static final double DAYS_PER_YEAR = 365.0;

    static EquityStatistics of(List<EquityPoint> curve) {
        double peak = curve.isEmpty() ? 0.0 : curve.get(0).value();
        double usd = 0.0;
        double pct = 0.0;
        for (EquityPoint point : curve) {
            peak = Math.max(peak, point.value());
            double depth = peak - point.value();
            usd = Math.max(usd, depth);
            pct = peak > 0.0 ? Math.max(pct, depth / peak) : pct;
        }
        return new EquityStatistics(sharpe(curve), usd, pct);
    }

    private static double sharpe(List<EquityPoint> curve) {
        double[] days = closingBalances(curve);
        if (days.length < 2) {
            return 0.0;
        }
        int n = days.length - 1;
        double[] returns = new double[n];
        double sum = 0.0;
        for (int i = 0; i < n; i++) {
            returns[i] = Math.abs(days[i]) <= 1e-12 ? 0.0 : (days[i + 1] - days[i]) / days[i];
            sum += returns[i];
        }
        double mean = sum / n;
        double squares = 0.0;
        for (double value : returns) {
            squares += (value - mean) * (value - mean);
        }
        double deviation = Math.sqrt(squares / n);
        return deviation < 1e-12 ? 0.0 : mean / deviation * Math.sqrt(DAYS_PER_YEAR);
    }

    /// The last balance of each day that has one; missing days are not filled.
    private static double[] closingBalances(List<EquityPoint> curve) {
        double[] days = new double[curve.size()];
        int count = 0;
        long day = Long.MIN_VALUE;
        for (EquityPoint point : curve) {
            long today = point.timeMs() / DAY_MS;
            if (count == 0 || today != day) {
                count++;
                day = today;
            }
            days[count - 1] = point.value();
        }
        return Arrays.copyOf(days, count);
    }
}
