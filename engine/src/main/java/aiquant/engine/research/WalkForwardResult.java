package aiquant.engine.research;

import aiquant.kernel.backtest.EquityPoint;
import aiquant.kernel.statistics.BacktestOverfitting;
import java.util.List;
import java.util.Optional;

/// A walk-forward carried out, or the part of it that was done when it was stopped.
///
/// @param equity      the test windows one after the other, each growing what the one before left
/// @param outOfSample of the stitched curve
/// @param overfitting empty when there were too few trials or days, or the run was stopped before
/// @param dots        trials beside the choices, in sample and out of sample
/// @param planned     how many folds there were to be
public record WalkForwardResult(
        WalkForwardWindows windows,
        double initialBalance,
        List<FoldResult> folds,
        List<EquityPoint> equity,
        Stitched outOfSample,
        Optional<BacktestOverfitting> overfitting,
        List<Dot> dots,
        int planned) {

    public WalkForwardResult {
        folds = List.copyOf(folds);
        equity = List.copyOf(equity);
        dots = List.copyOf(dots);
    }

    /// @param annualSharpe of daily returns
    /// @param probability  that the true Sharpe ratio is positive; NaN with fewer than two daily returns
    public record Stitched(double finalBalance, double maxDrawdownPct, double annualSharpe, double probability) {}

    /// One trial on one fold's windows.
    ///
    /// @param inSample  mean daily return in the training window; `outOfSample` likewise in the test window
    /// @param isChoice  whether the fold chose it
    public record Dot(int fold, double inSample, double outOfSample, boolean isChoice) {}

    /// How many trials went into the choices, all folds together.
    public long trials() {
        return folds.stream().mapToLong(FoldResult::trials).sum();
    }

    /// Profit per day out of sample as a part of that in sample, all folds together (Pardo's walk-forward efficiency);
    /// NaN where the choices earned nothing in sample.
    public double efficiency() {
        double inside = 0;
        double outside = 0;
        double insideDays = 0;
        double outsideDays = 0;
        for (FoldResult one : folds) {
            inside += one.inSample().totalPnl();
            outside += one.outOfSample().totalPnl();
            insideDays += FoldResult.days(one.fold().trainFromMs(), one.fold().trainToMs());
            outsideDays += FoldResult.days(one.fold().testFromMs(), one.fold().testToMs());
        }
        return inside > 0 ? outside / outsideDays / (inside / insideDays) : Double.NaN;
    }

    public boolean isComplete() {
        return folds.size() == planned;
    }

    /// Folds whose test window earned something.
    public long profitable() {
        return folds.stream().filter(fold -> fold.outOfSample().totalPnl() > 0).count();
    }
}
