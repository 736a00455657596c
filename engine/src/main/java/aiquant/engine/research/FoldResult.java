package aiquant.engine.research;

import aiquant.kernel.backtest.BacktestReport;

/// One fold carried out.
///
/// @param choice          the best trial of the training window
/// @param trials          how many it was chosen from
/// @param inSample        the choice on its training window
/// @param outOfSample     the choice on the test window, with a fresh balance
/// @param expectedSharpe  annual Sharpe ratio to expect of the best of so many trials that are worth nothing
/// @param deflatedSharpe  probability that the choice's true Sharpe ratio is positive, the number of trials allowed
///     for; NaN when the training window is too short for two daily returns
public record FoldResult(
        Fold fold,
        SweepRow choice,
        long trials,
        BacktestReport inSample,
        BacktestReport outOfSample,
        double expectedSharpe,
        double deflatedSharpe) {

    /// Profit out of sample per day as a part of that in sample (Pardo); NaN where the choice earned nothing.
    public double efficiency() {
        double daily = inSample.totalPnl() / days(fold.trainFromMs(), fold.trainToMs());
        return daily > 0 ? outOfSample.totalPnl() / days(fold.testFromMs(), fold.testToMs()) / daily : Double.NaN;
    }

    static double days(long fromMs, long toMs) {
        return (toMs + 1 - fromMs) / 86_400_000.0;
    }
}
