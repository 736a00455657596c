package aiquant.kernel.backtest;

import aiquant.kernel.market.Symbol;
import aiquant.kernel.strategy.CompiledStrategy;
import aiquant.kernel.strategy.Filters;
import aiquant.kernel.strategy.Indicators;
import aiquant.kernel.strategy.Strategies;
import aiquant.kernel.strategy.Thresholds;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Runs one configuration after the other over the same data and keeps what the next one may share.
///
/// Configurations with equal `indicators`, `filters` and `thresholds` share indicators and raw signals; all threads
/// share indicator series through the cache. Not thread-safe: one per worker.
public final class Trials {
    private static final int KEPT = 4;

    private final BacktestData data;
    private final SeriesCache series;
    private final SignalScan scratch = new SignalScan();
    private final Map<Map<Optional<Symbol>, Key>, Shared> shared = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Map<Optional<Symbol>, Key>, Shared> eldest) {
            return size() > KEPT;
        }
    };

    /// @param series shared with the other workers; of the same market
    public Trials(BacktestData data, SeriesCache series) {
        this.data = data;
        this.series = series;
    }

    /// One configuration's figures.
    public BacktestSummary run(Strategies strategies) {
        Totals totals = new Totals();
        Shared common = common(strategies);
        return totals.summary(play(lineup(strategies), common, totals), common.signals.size());
    }

    /// The same with one strategy for all symbols.
    public BacktestSummary run(CompiledStrategy strategy) {
        return run(Strategies.of(strategy));
    }

    /// One configuration's full report, without the logs behind it.
    public BacktestReport report(Strategies strategies) {
        Lineup lineup = lineup(strategies);
        TradeLog log = new TradeLog(data, lineup);
        Shared common = common(strategies);
        return Backtest.report(lineup, log, play(lineup, common, log), common.signals);
    }

    private Lineup lineup(Strategies strategies) {
        return new Lineup(strategies, data.market());
    }

    private Books play(Lineup lineup, Shared common, FillSink sink) {
        Books books = new Books(data, sink);
        new Replay(data, lineup, common.frames, common.signals, books).run();
        return books;
    }

    private Shared common(Strategies strategies) {
        return shared.computeIfAbsent(keys(strategies), keys -> share(strategies));
    }

    private Shared share(Strategies strategies) {
        MarketFrames frames = new MarketFrames(series, strategies);
        return new Shared(frames, new SignalTable(frames, lineup(strategies), data, scratch));
    }

    /// By symbol; the common strategy's stands under no symbol.
    private static Map<Optional<Symbol>, Key> keys(Strategies strategies) {
        Map<Optional<Symbol>, Key> keys = new HashMap<>();
        keys.put(Optional.empty(), Key.of(strategies.common()));
        strategies.own().forEach((symbol, own) -> keys.put(Optional.of(symbol), Key.of(own)));
        return keys;
    }

    private record Shared(MarketFrames frames, SignalTable signals) {}

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
