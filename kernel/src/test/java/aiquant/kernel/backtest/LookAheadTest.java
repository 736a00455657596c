package aiquant.kernel.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.market.FundingSeries;
import aiquant.kernel.strategy.StrategyParams;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A look-ahead built in on purpose must be found, whichever data it looks at.
class LookAheadTest {
    private static final int BARS = 60;

    @Test
    void findsNothingInAnHonestReplay() {
        LookAhead lookAhead = lookAhead(Backtest::run);

        for (long cut : lookAhead.cuts(BARS)) {
            assertThat(lookAhead.at(cut)).isEmpty();
        }
    }

    @Test
    void findsAMainBarThatKnowsTheNextClose() {
        LookAhead lookAhead = lookAhead(input -> Backtest.run(
                with(input, input.candles().stream().map(LookAheadTest::early).toList(), input.exitCandles())));

        assertThat(found(lookAhead)).isGreaterThan(BARS / 2);
    }

    @Test
    void findsFinerBarsThatKnowWhatFollows() {
        LookAhead lookAhead = lookAhead(input -> Backtest.run(with(
                input,
                input.candles(),
                input.exitCandles()
                        .map(all -> all.stream().map(LookAheadTest::last).toList()))));

        assertThat(found(lookAhead)).isPositive();
    }

    @Test
    void findsFundingThatIsKnownTooEarly() {
        LookAhead lookAhead = lookAhead(input -> {
            List<FundingSeries> early = input.funding().stream()
                    .map(rates -> new FundingSeries(
                            rates.symbol(),
                            Arrays.stream(rates.timeMs())
                                    .map(time -> time - 20 * Given.HOUR)
                                    .toArray(),
                            rates.rate()))
                    .toList();
            return Backtest.run(new BacktestInput(
                    input.params(),
                    input.candles(),
                    input.exitCandles(),
                    input.entryCandles(),
                    early,
                    input.initialBalance(),
                    input.lookback(),
                    input.fromMs(),
                    input.toMs(),
                    input.initialState()));
        });

        assertThat(found(lookAhead)).isPositive();
    }

    @Test
    void findsAFillThatIsMissingInTheWholeRun() {
        BacktestInput input = input();
        BacktestResult whole = Backtest.run(input);
        int middle = whole.trades().size() / 2;
        long time = whole.trades().get(middle).timeMs();
        List<TradeRecord> shorter = IntStream.range(0, whole.trades().size())
                .filter(i -> i != middle)
                .mapToObj(whole.trades()::get)
                .toList();
        BacktestResult forged = new BacktestResult(whole.report(), shorter, whole.signals(), whole.equity());

        Optional<String> found =
                new LookAhead(input, forged, Backtest::run).at(Math.ceilDiv(time, Given.HOUR) * Given.HOUR);

        assertThat(found).get().asString().startsWith("trade " + (middle + 1) + " is ");
    }

    @Test
    void cutsFromTheFirstBarOfTheWindowToTheLastButOne() {
        LookAhead lookAhead = lookAhead(Backtest::run);

        long[] cuts = lookAhead.cuts(12);

        assertThat(cuts).hasSize(13).startsWith(firstBar()).isSorted();
        assertThat(lookAhead.cuts(10 * BARS)).hasSize(mainBars() - 1);
    }

    private static long found(LookAhead lookAhead) {
        return Arrays.stream(lookAhead.cuts(BARS))
                .filter(cut -> lookAhead.at(cut).isPresent())
                .count();
    }

    private static LookAhead lookAhead(Function<BacktestInput, BacktestResult> replay) {
        return new LookAhead(input(), replay.apply(input()), replay);
    }

    private static BacktestInput input() {
        RandomMarket market = new RandomMarket(11);
        StrategyParams params = Given.exits(Given.eager(), "exit.stop_loss.base", "exit.take_profit.full")
                .with("trade.sl_atr_mult", 1)
                .with("trade.tp_atr_mult", 1)
                .with("trade.enable_partial_tp", 0);
        return new BacktestInput(
                Given.withIntervals(params, "15m", "", false),
                market.hourly(BARS),
                Optional.of(market.quarterly(BARS)),
                Optional.empty(),
                market.funding(BARS),
                10_000.0,
                3,
                Long.MIN_VALUE,
                Long.MAX_VALUE,
                Optional.empty());
    }

    private static long firstBar() {
        return input().candles().stream()
                .mapToLong(series -> series.openTimeMs()[0])
                .min()
                .orElseThrow();
    }

    private static int mainBars() {
        return (int) input().candles().stream()
                .flatMapToLong(series -> Arrays.stream(series.openTimeMs()))
                .distinct()
                .count();
    }

    private static BacktestInput with(
            BacktestInput input, List<CandleSeries> candles, Optional<List<CandleSeries>> exits) {
        return new BacktestInput(
                input.params(),
                candles,
                exits,
                input.entryCandles(),
                input.funding(),
                input.initialBalance(),
                input.lookback(),
                input.fromMs(),
                input.toMs(),
                input.initialState());
    }

    /// Every bar closes where the next one will.
    private static CandleSeries early(CandleSeries series) {
        return closing(series, i -> series.close()[Math.min(i + 1, series.size() - 1)]);
    }

    /// Every bar closes where the last one will.
    private static CandleSeries last(CandleSeries series) {
        return closing(series, _ -> series.close()[series.size() - 1]);
    }

    private static CandleSeries closing(CandleSeries series, IntToDoubleFunction close) {
        double[] closes = IntStream.range(0, series.size()).mapToDouble(close).toArray();
        return new CandleSeries(
                series.symbol(),
                series.interval(),
                series.openTimeMs(),
                series.open(),
                series.high(),
                series.low(),
                closes,
                series.volume());
    }
}
