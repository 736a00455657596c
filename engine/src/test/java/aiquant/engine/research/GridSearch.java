package aiquant.engine.research;

import aiquant.kernel.backtest.BacktestData;
import aiquant.kernel.backtest.BacktestInput;
import aiquant.kernel.backtest.SeriesCache;
import aiquant.kernel.backtest.Trials;
import aiquant.kernel.strategy.CompiledStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Stop and target by every pair of a few values: the smallest search there is.
final class GridSearch implements InSampleSearch {

    private final List<Map<String, Double>> settings = new ArrayList<>();

    GridSearch() {
        for (double stop : new double[] {1, 2, 3}) {
            for (double target : new double[] {2, 4, 6}) {
                settings.add(Map.of("trade.sl_atr_mult", stop, "trade.tp_atr_mult", target));
            }
        }
    }

    @Override
    public void search(BacktestInput training, TrialTally tally) {
        BacktestData data = new BacktestData(training);
        Trials trials = new Trials(data, new SeriesCache(data.market(), Long.MAX_VALUE));
        for (int i = 0; i < settings.size(); i++) {
            Map<String, Double> setting = settings.get(i);
            tally.add(
                    i, trials.run(CompiledStrategy.of(WalkForward.chosen(training.params(), setting))), () -> setting);
        }
    }
}
