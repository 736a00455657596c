package aiquant.kernel.backtest;

import java.util.Arrays;

/// Sharpe ratio and drawdown of a curve of realised balance.
///
/// @param sharpe         of daily returns, annualised by √365
/// @param maxDrawdownPct as a fraction of the peak
record EquityStatistics(double sharpe, double maxDrawdownUsd, double maxDrawdownPct) {
    private static final long DAY_MS = 86_400_000L;
    private static final double DAYS_PER_YEAR = 365.0;

    /// @param timeMs of each value, increasing
    static EquityStatistics of(long[] timeMs, double[] values) {
        double peak = values.length == 0 ? 0.0 : values[0];
        double usd = 0.0;
        double pct = 0.0;
        double last = Double.NaN;
        for (double value : values) {
            if (value == last) {
                continue;
            }
            last = value;
            peak = Math.max(peak, value);
            double depth = peak - value;
            usd = Math.max(usd, depth);
            pct = peak > 0.0 ? Math.max(pct, depth / peak) : pct;
        }
        return new EquityStatistics(sharpe(timeMs, values), usd, pct);
    }

    private static double sharpe(long[] timeMs, double[] values) {
        double[] days = closingBalances(timeMs, values);
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
    private static double[] closingBalances(long[] timeMs, double[] values) {
        double[] days = new double[values.length];
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            if (i + 1 == values.length || timeMs[i + 1] / DAY_MS != timeMs[i] / DAY_MS) {
                days[count++] = values[i];
            }
        }
        return Arrays.copyOf(days, count);
    }
}
