package aiquant.kernel.backtest;

import aiquant.kernel.device.EquityCurve;

/// Sharpe ratio and drawdown of a curve of realised balance.
///
/// @param sharpe         of daily returns, annualised by √365
/// @param maxDrawdownPct as a fraction of the peak
record EquityStatistics(double sharpe, double maxDrawdownUsd, double maxDrawdownPct) {

    /// @param timeMs of each value, increasing
    static EquityStatistics of(long[] timeMs, double[] values) {
        EquityCurve curve = new EquityCurve();
        for (double value : values) {
            EquityCurve.sample(curve, value);
        }
        double[] closes = DailyReturns.closes(timeMs, values);
        return new EquityStatistics(
                EquityCurve.sharpe(closes, 0, 1, closes.length), curve.drawdownUsd, curve.drawdownPct);
    }
}
