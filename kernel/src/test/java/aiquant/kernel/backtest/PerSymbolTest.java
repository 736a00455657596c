package aiquant.kernel.backtest;

import static aiquant.kernel.backtest.Given.eager;
import static aiquant.kernel.backtest.Given.hourly;
import static aiquant.kernel.backtest.Given.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.market.Symbol;
import aiquant.kernel.strategy.CompiledStrategy;
import aiquant.kernel.strategy.Parameters;
import aiquant.kernel.strategy.Strategies;
import aiquant.kernel.strategy.StrategyParams;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

/// Symbols with parameters of their own in one book.
class PerSymbolTest {
    private static final int BARS = 250;
    private static final Symbol BBB = new Symbol("BBB");

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void equalParametersForEverySymbolAreOneStrategy(@ForAll long seed, @ForAll boolean hasSubBars) {
        BacktestInput common = input(seed, hasSubBars, Map.of());
        Map<Symbol, StrategyParams> same =
                RandomMarket.SYMBOLS.stream().collect(Collectors.toMap(Symbol::new, name -> common.params()));

        BacktestResult each = Backtest.run(input(seed, hasSubBars, same));

        assertThat(each).isEqualTo(Backtest.run(common));
    }

    /// Signals know no positions, so a symbol's must be those of a run in which all follow its parameters.
    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void aSymbolSignalsByItsOwnParametersAndTheOthersByTheCommonOnes(@ForAll long seed) {
        BacktestInput common = input(seed, false, Map.of());
        StrategyParams other = sameAverages(common.params(), new RandomMarket(seed + 1).strategy());
        StrategyParams inBook = Strategies.inBookOf(common.params(), other);
        Symbol eth = new Symbol("ETH");

        BacktestResult mixed = Backtest.run(input(seed, false, Map.of(eth, other)));

        BacktestResult allOther = Backtest.run(new BacktestData(common), Strategies.of(CompiledStrategy.of(inBook)));
        assertThat(signals(mixed, true)).isEqualTo(signals(allOther, true));
        assertThat(signals(mixed, false)).isEqualTo(signals(Backtest.run(common), false));
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void aTrialComesToTheSameFiguresAsAReplay(@ForAll long seed, @ForAll boolean hasSubBars) {
        BacktestInput common = input(seed, hasSubBars, Map.of());
        BacktestInput mixed = input(
                seed,
                hasSubBars,
                Map.of(
                        new Symbol("ETH"),
                        new RandomMarket(seed + 1).strategy(),
                        new Symbol("BTC"),
                        common.params().with("trade.allocation_pct", 0.01)));
        Strategies strategies = mixed.strategies(params -> params);
        BacktestData data = new BacktestData(mixed);
        Trials trials = new Trials(data, new SeriesCache(data.market(), Long.MAX_VALUE));
        trials.run(common.strategies(params -> params));

        BacktestSummary summary = trials.run(strategies);

        BacktestReport report = Backtest.run(mixed).report();
        assertThat(summary.finalBalance()).isEqualTo(report.finalBalance());
        assertThat(summary.totalTrades()).isEqualTo(report.totalTrades());
        assertThat(trials.report(strategies)).isEqualTo(report);
    }

    /// Both buy on the second bar with 3 % of 10,000 USD, or 6 % where the symbol says so.
    @Test
    void sizesEachSymbolByItsOwnAllocation() {
        StrategyParams common = eager();
        BacktestResult result = run(common, common.with("trade.allocation_pct", 0.06));

        assertThat(notional(result, "AAA")).isCloseTo(300.0, within(1e-9));
        assertThat(notional(result, "BBB")).isCloseTo(600.0, within(1e-9));
    }

    @Test
    void takesTheLimitsOfTheWholeBookFromTheCommonParameters() {
        StrategyParams common = eager().with("trade.max_open_positions", 1);
        BacktestResult result = run(common, common.with("trade.max_open_positions", 20));

        assertThat(Given.actions(result))
                .filteredOn(action -> action.contains("OPEN"))
                .hasSize(1);
    }

    @Test
    void leavesByTheSymbolsOwnStop() {
        StrategyParams common = eager();
        double[] closes = {100, 101, 102, 90, 89, 88};
        BacktestResult result = Backtest.run(new BacktestInput(
                common,
                Map.of(BBB, common.with("trade.sl_atr_mult", 0.5)),
                List.of(hourly("AAA", 0, closes), hourly("BBB", 0, closes)),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                10_000.0,
                1,
                Long.MIN_VALUE,
                Long.MAX_VALUE,
                Optional.empty()));

        List<String> stopped = result.trades().stream()
                .filter(trade -> trade.reasonCode() == ReasonCode.EXIT_STOP_LOSS)
                .map(trade -> trade.timeMs() / Given.HOUR + " " + trade.symbol())
                .toList();
        assertThat(stopped).containsExactly("3 BBB");
    }

    private static BacktestResult run(StrategyParams common, StrategyParams ownOfB) {
        double[] closes = steps(100, 1, 4);
        return Backtest.run(new BacktestInput(
                common,
                Map.of(BBB, ownOfB),
                List.of(hourly("AAA", 0, closes), hourly("BBB", 0, closes)),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                10_000.0,
                1,
                Long.MIN_VALUE,
                Long.MAX_VALUE,
                Optional.empty()));
    }

    private static double notional(BacktestResult result, String symbol) {
        return result.trades().stream()
                .filter(trade ->
                        trade.symbol().name().equals(symbol) && trade.action().startsWith("OPEN"))
                .findFirst()
                .orElseThrow()
                .notional();
    }

    /// BTC's direction and the breadth are measured by the common averages.
    private static StrategyParams sameAverages(StrategyParams common, StrategyParams other) {
        StrategyParams params = other;
        for (String path : List.of("indicators.ema_slow_window", "indicators.ema_fast_window")) {
            params = params.with(path, Parameters.read(common, path));
        }
        return params;
    }

    private static List<SignalRecord> signals(BacktestResult result, boolean ofEth) {
        return result.signals().stream()
                .filter(signal -> signal.symbol().name().equals("ETH") == ofEth)
                .toList();
    }

    private static BacktestInput input(long seed, boolean hasSubBars, Map<Symbol, StrategyParams> own) {
        RandomMarket market = new RandomMarket(seed);
        List<CandleSeries> candles = market.hourly(BARS);
        List<CandleSeries> finer = market.quarterly(BARS);
        StrategyParams params = market.strategy();
        return new BacktestInput(
                hasSubBars ? Given.withIntervals(params, "15m", "15m", seed % 3 == 0) : params,
                own,
                candles,
                hasSubBars ? Optional.of(finer) : Optional.empty(),
                hasSubBars && seed % 2 == 0 ? Optional.of(finer) : Optional.empty(),
                market.funding(BARS),
                10_000.0,
                20,
                Long.MIN_VALUE,
                Long.MAX_VALUE,
                Optional.empty());
    }
}
