package aiquant.kernel.backtest;

import aiquant.kernel.strategy.CompiledStrategy;
import aiquant.kernel.strategy.Filters;
import aiquant.kernel.strategy.Indicators;
import aiquant.kernel.strategy.Thresholds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Runs one configuration after the other over the same data and keeps what the next one may share.
///
/// Configurations with equal `indicators`, `filters` and `thresholds` share indicators and raw signals; all threads
/// share indicator series through the cache. Not thread-safe: one per worker.
public final class Trials {
    private static final int KEPT = 4;

    private final BacktestData data;
    private final SeriesCache series;
    private final SignalTable.Scratch scratch = new SignalTable.Scratch();
    private final Map<Key, Shared> shared = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Shared> eldest) {
            return size() > KEPT;
        }
    };

    /// @param series shared with the other workers; of the same market
    public Trials(BacktestData data, SeriesCache series) {
        this.data = data;
        this.series = series;
    }

    /// One configuration's figures.
    public BacktestSummary run(CompiledStrategy strategy) {
        Totals totals = new Totals();
        Shared common = common(strategy);
        return totals.summary(play(strategy, common, totals), common.signals.size());
    }

    /// One configuration's full report, without the logs behind it.
    public BacktestReport report(CompiledStrategy strategy) {
        TradeLog log = new TradeLog(data, strategy.rules());
        Shared common = common(strategy);
        return Backtest.report(strategy, log, play(strategy, common, log), common.signals);
    }

    private Books play(CompiledStrategy strategy, Shared common, FillSink sink) {
        Books books = new Books(data, sink);
        new Replay(data, strategy, common.frame, common.signals, books).run();
        return books;
    }

    private Shared common(CompiledStrategy strategy) {
        return shared.computeIfAbsent(Key.of(strategy), key -> share(strategy));
    }

    private Shared share(CompiledStrategy strategy) {
        MarketFrame frame = new MarketFrame(series, strategy.params());
        return new Shared(frame, new SignalTable(frame, strategy.rules(), data, scratch));
    }

    private record Shared(MarketFrame frame, SignalTable signals) {}

    /// Everything indicators and raw signals depend on. A test proves that gates and modes read nothing else.
    private record Key(
            Indicators indicators, Filters filters, Thresholds thresholds, List<Integer> modes, List<Boolean> gates) {

        static Key of(CompiledStrategy strategy) {
            var rules = strategy.rules();
            return new Key(
                    strategy.params().indicators(),
                    strategy.params().filters(),
                    strategy.params().thresholds(),
                    List.of(rules.firstMode, rules.secondMode, rules.thirdMode),
                    List.of(rules.isAdxFloorEnabled, rules.isTmcCapEnabled, rules.isSlowDriftUnrangeEnabled));
        }
    }
}
