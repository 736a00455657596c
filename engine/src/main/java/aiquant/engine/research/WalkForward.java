package aiquant.engine.research;

import aiquant.engine.research.WalkForwardResult.Dot;
import aiquant.engine.research.WalkForwardResult.Stitched;
import aiquant.kernel.backtest.Backtest;
import aiquant.kernel.backtest.BacktestData;
import aiquant.kernel.backtest.BacktestInput;
import aiquant.kernel.backtest.BacktestResult;
import aiquant.kernel.backtest.DailyReturns;
import aiquant.kernel.backtest.EquityPoint;
import aiquant.kernel.statistics.SharpeRatio;
import aiquant.kernel.strategy.StrategyParams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Chooses in one window and tests in the next, again and again: what following the choices would have earned.
///
/// The caller goes from fold to fold: search [#training], hand the tally to [#judge], ask for the [#result] at any
/// time.
/// Candles before a window warm the indicators; no candle after a training window is in what the search gets. Every
/// window starts without positions and ends by closing them. Not thread-safe.
public final class WalkForward {

    private final BacktestInput whole;
    private final WalkForwardWindows windows;
    private final List<Fold> folds;
    private final List<FoldResult> results = new ArrayList<>();
    private final List<EquityPoint> equity = new ArrayList<>();
    private final List<Dot> choices = new ArrayList<>();
    private final List<List<SweepRow>> samples = new ArrayList<>();

    /// @param whole  candles in full; its window is ignored
    /// @param fromMs first open time
    /// @param endMs  where the last bar has ended
    /// @throws IllegalArgumentException if not one fold fits
    public WalkForward(BacktestInput whole, WalkForwardWindows windows, long fromMs, long endMs) {
        this.whole = Windows.cut(whole, Long.MIN_VALUE, endMs - 1);
        this.windows = windows;
        folds = windows.folds(fromMs, endMs);
        if (folds.isEmpty()) {
            throw new IllegalArgumentException(
                    "not one fold fits: training, purge gap and test need %.1f days, the data have %.1f"
                            .formatted(
                                    FoldResult.days(0, windows.trainMs() + windows.purgeMs() + windows.testMs() - 1),
                                    FoldResult.days(fromMs, endMs - 1)));
        }
    }

    public List<Fold> folds() {
        return folds;
    }

    /// What the search of a fold may know.
    public BacktestInput training(Fold fold) {
        return Windows.cut(whole, fold.trainFromMs(), fold.trainToMs());
    }

    /// Tests the best trial of a fold's search.
    ///
    /// @throws IllegalArgumentException if there were no trials
    public FoldResult judge(Fold fold, TrialTally tally) {
        SweepRow choice =
                tally.best().orElseThrow(() -> new IllegalArgumentException("no trials in fold " + fold.number()));
        BacktestResult inside = replay(training(fold), choice.overrides());
        BacktestResult outside = replay(Windows.cut(whole, fold.testFromMs(), fold.testToMs()), choice.overrides());
        double variance = tally.sharpeVariance() / DailyReturns.DAYS_PER_YEAR;
        double[] returns = DailyReturns.of(inside.equity()).returns();
        FoldResult result = new FoldResult(
                fold,
                choice,
                tally.count(),
                inside.report(),
                outside.report(),
                SharpeRatio.expectedMaximum(variance, tally.count()) * Math.sqrt(DailyReturns.DAYS_PER_YEAR),
                returns.length < 2 ? Double.NaN : SharpeRatio.of(returns).deflated(variance, tally.count()));
        results.add(result);
        samples.add(tally.sample());
        choices.add(new Dot(fold.number(), mean(inside), mean(outside), true));
        append(outside);
        return result;
    }

    /// The same settings as a sweep applies them.
    static StrategyParams chosen(StrategyParams params, Map<String, Double> overrides) {
        StrategyParams chosen = params;
        for (Map.Entry<String, Double> entry : new TreeMap<>(overrides).entrySet()) {
            chosen = chosen.with(entry.getKey(), entry.getValue());
        }
        return chosen;
    }

    private static BacktestResult replay(BacktestInput input, Map<String, Double> overrides) {
        return Backtest.run(new BacktestData(input), input.strategies(params -> chosen(params, overrides)));
    }

    private static double mean(BacktestResult result) {
        return Arrays.stream(DailyReturns.of(result.equity()).returns())
                .average()
                .orElse(0);
    }

    /// Lets the balance reached so far grow as the window's did; the last point includes the final closes.
    private void append(BacktestResult window) {
        double reached =
                equity.isEmpty() ? whole.initialBalance() : equity.getLast().value();
        double factor = Math.max(0, reached) / whole.initialBalance();
        List<EquityPoint> points = window.equity();
        for (int i = 0; i < points.size(); i++) {
            boolean isLast = i == points.size() - 1;
            double value =
                    isLast ? window.report().finalBalance() : points.get(i).value();
            equity.add(new EquityPoint(points.get(i).timeMs(), factor * value));
        }
    }

    /// What was done so far, without the odds of overfitting.
    public WalkForwardResult partial() {
        return result(Optional.empty());
    }

    /// The whole, with the odds of overfitting from a replay of the sampled trials over all folds.
    public WalkForwardResult result() {
        return result(Overfitting.of(whole, results, samples));
    }

    private WalkForwardResult result(Optional<Overfitting> overfitting) {
        List<Dot> dots = new ArrayList<>(overfitting.map(Overfitting::dots).orElse(List.of()));
        dots.addAll(choices);
        return new WalkForwardResult(
                windows,
                whole.initialBalance(),
                results,
                equity,
                stitched(),
                overfitting.flatMap(Overfitting::odds),
                dots,
                folds.size());
    }

    private Stitched stitched() {
        double balance =
                equity.isEmpty() ? whole.initialBalance() : equity.getLast().value();
        double peak = whole.initialBalance();
        double deepest = 0;
        for (EquityPoint point : equity) {
            peak = Math.max(peak, point.value());
            deepest = Math.max(deepest, (peak - point.value()) / peak);
        }
        double[] returns = DailyReturns.of(equity).returns();
        if (returns.length < 2) {
            return new Stitched(balance, deepest, 0, Double.NaN);
        }
        SharpeRatio sharpe = SharpeRatio.of(returns);
        return new Stitched(balance, deepest, sharpe.annual(DailyReturns.DAYS_PER_YEAR), sharpe.probability(0));
    }
}
