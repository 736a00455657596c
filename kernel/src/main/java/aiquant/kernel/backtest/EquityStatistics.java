package aiquant.kernel.backtest;

/// Sharpe ratio and drawdown of a curve of realised balance.
///
/// @param sharpe         of daily returns, annualised by √365
/// @param maxDrawdownPct as a fraction of the peak
record EquityStatistics(double sharpe, double maxDrawdownUsd, double maxDrawdownPct) {

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
        double[] returns = DailyReturns.of(timeMs, values).returns();
        int n = returns.length;
        if (n == 0) {
            return 0.0;
        }
        double sum = 0.0;
        for (double value : returns) {
            sum += value;
        }
        double mean = sum / n;
        double squares = 0.0;
        for (double value : returns) {
            squares += (value - mean) * (value - mean);
        }
        double deviation = Math.sqrt(squares / n);
        return deviation < 1e-12 ? 0.0 : mean / deviation * Math.sqrt(DailyReturns.DAYS_PER_YEAR);
    }
}
