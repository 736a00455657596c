package aiquant.engine.research;

import aiquant.engine.research.WalkForwardResult.Dot;
import aiquant.kernel.backtest.Backtest;
import aiquant.kernel.backtest.BacktestData;
import aiquant.kernel.backtest.BacktestInput;
import aiquant.kernel.backtest.DailyReturns;
import aiquant.kernel.statistics.BacktestOverfitting;
import aiquant.kernel.statistics.BacktestOverfitting.Measure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A sample of a walk-forward's trials, replayed over the whole period: how often choosing among them misleads, and how
/// each fared in and out of sample.
///
/// Trials are compared by mean daily return, as the walk-forward chooses by profit.
record Overfitting(Optional<BacktestOverfitting> odds, List<Dot> dots) {

    private static final int BLOCKS = 16;
    private static final int DAYS_PER_BLOCK = 4;

    /// Empty with fewer than two trials.
    static Optional<Overfitting> of(BacktestInput whole, List<FoldResult> folds, List<List<SweepRow>> samples) {
        List<Map<String, Double>> trials = mixed(samples);
        if (folds.isEmpty() || trials.size() < 2) {
            return Optional.empty();
        }
        BacktestData data = new BacktestData(Windows.cut(
                whole,
                folds.getFirst().fold().trainFromMs(),
                folds.getLast().fold().testToMs()));
        List<DailyReturns> returns = trials.parallelStream()
                .map(trial -> DailyReturns.of(
                        Backtest.run(data, whole.strategies(params -> WalkForward.chosen(params, trial)))
                                .equity()))
                .toList();
        return Optional.of(new Overfitting(odds(returns), dots(returns, folds)));
    }

    /// As many distinct trials as one search sampled, taken from all searches in turn.
    private static List<Map<String, Double>> mixed(List<List<SweepRow>> samples) {
        int most = samples.stream().mapToInt(List::size).max().orElse(0);
        Map<Map<String, Double>, Boolean> mixed = new LinkedHashMap<>();
        for (int i = 0; i < most; i++) {
            for (List<SweepRow> sample : samples) {
                if (i < sample.size() && mixed.size() < most) {
                    mixed.putIfAbsent(sample.get(i).overrides(), true);
                }
            }
        }
        return List.copyOf(mixed.keySet());
    }

    private static Optional<BacktestOverfitting> odds(List<DailyReturns> returns) {
        int days = returns.getFirst().returns().length;
        int blocks = Math.min(BLOCKS, days / DAYS_PER_BLOCK / 2 * 2);
        if (blocks < 2) {
            return Optional.empty();
        }
        double[][] matrix = new double[days][returns.size()];
        for (int trial = 0; trial < returns.size(); trial++) {
            for (int day = 0; day < days; day++) {
                matrix[day][trial] = returns.get(trial).returns()[day];
            }
        }
        return Optional.of(BacktestOverfitting.of(matrix, blocks, Measure.MEAN));
    }

    private static List<Dot> dots(List<DailyReturns> returns, List<FoldResult> folds) {
        List<Dot> dots = new ArrayList<>();
        for (FoldResult result : folds) {
            Fold fold = result.fold();
            for (DailyReturns one : returns) {
                dots.add(new Dot(
                        fold.number(),
                        one.mean(fold.trainFromMs(), fold.trainToMs()),
                        one.mean(fold.testFromMs(), fold.testToMs()),
                        false));
            }
        }
        return dots;
    }
}
