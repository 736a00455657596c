package aiquant.kernel.backtest;

import static aiquant.kernel.backtest.Given.HOUR;
import static aiquant.kernel.backtest.Given.actions;
import static aiquant.kernel.backtest.Given.eager;
import static aiquant.kernel.backtest.Given.hourly;
import static aiquant.kernel.backtest.Given.series;
import static aiquant.kernel.backtest.Given.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.market.FundingSeries;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import aiquant.kernel.strategy.Pipeline;
import aiquant.kernel.strategy.StrategyParams;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ReplayTest {
    private static final long QUARTER = HOUR / 4;

    @Test
    void opensFlipsAndClosesAtTheEnd() {
        BacktestResult result = Backtest.run(Given.input(eager(), hourly("AAA", 0, 100, 101, 102, 90, 89)));

        assertThat(actions(result))
                .containsExactly("1 AAA OPEN_LONG", "3 AAA CLOSE_LONG", "3 AAA OPEN_SHORT", "4 AAA CLOSE_SHORT");
        assertThat(result.trades()).extracting(TradeRecord::reason).element(1).isEqualTo("Signal Flip");
        // The closes of the end are in the balance but not in the curve.
        assertThat(result.equity()).hasSize(5);
        assertThat(result.equity().get(4).value())
                .isEqualTo(result.trades().get(2).balance());
        assertThat(result.report().totalSignals()).isEqualTo(4);
    }

    @Test
    void mayEnterAtTheBarThatFillsTheLookback() {
        BacktestInput input = Given.input(eager(), hourly("AAA", 0, steps(100, 1, 6)));

        assertThat(actions(withLookback(input, 4))).startsWith("3 AAA OPEN_LONG");
        assertThat(actions(withLookback(input, 6))).startsWith("5 AAA OPEN_LONG");
        assertThat(withLookback(input, 7).trades()).isEmpty();
        assertThat(withLookback(input, 7).signals()).isEmpty();
        assertThat(withLookback(input, 7).report().gateStatistics().totalChecks())
                .isZero();
    }

    @Test
    void warmsUpBeforeTheWindowAndEndsWithIt() {
        BacktestInput input =
                Given.between(Given.input(eager(), hourly("AAA", 0, steps(100, 1, 10))), 4 * HOUR, 6 * HOUR + 1);

        BacktestResult result = Backtest.run(input);

        assertThat(actions(result)).containsExactly("4 AAA OPEN_LONG", "6 AAA CLOSE_LONG");
        assertThat(result.trades().get(1).price()).isEqualTo(106.0 * (1.0 - 0.5 / 10000.0));
        assertThat(result.equity()).extracting(EquityPoint::timeMs).containsExactly(4 * HOUR, 5 * HOUR, 6 * HOUR);
    }

    @Test
    void closesAtTheLastKnownCloseOfASymbolThatEndedEarlier() {
        BacktestResult result =
                Backtest.run(Given.input(eager(), hourly("AAA", 0, 100, 101, 102), hourly("BBB", 0, steps(50, 0, 6))));

        TradeRecord close = result.trades().getLast();
        assertThat(actions(result)).containsExactly("1 AAA OPEN_LONG", "5 AAA CLOSE_LONG");
        assertThat(close.reason()).isEqualTo("End of Backtest");
        assertThat(close.price()).isEqualTo(102.0 * (1.0 - 0.5 / 10000.0));
    }

    @Test
    void comesToNothingWithoutCandlesOrBeforeTheFirst() {
        assertThat(Backtest.run(Given.input(eager())).equity()).isEmpty();

        BacktestResult early =
                Backtest.run(Given.between(Given.input(eager(), hourly("AAA", 5, 100, 101)), Long.MIN_VALUE, HOUR));
        assertThat(early.trades()).isEmpty();
        assertThat(early.equity()).isEmpty();
        assertThat(early.report().finalBalance()).isEqualTo(10_000.0);
    }

    @Test
    void refusesASymbolGivenTwiceAndTimesThatDoNotGrow() {
        assertThatThrownBy(() -> Backtest.run(Given.input(eager(), hourly("AAA", 0, 1), hourly("AAA", 0, 1))))
                .hasMessage("candles of AAA are given twice");
        double[] two = {1, 1};
        assertThatThrownBy(() -> new CandleSeries(
                        new Symbol("AAA"), Interval.H1, new long[] {HOUR, HOUR}, two, two, two, two, two))
                .hasMessageContaining("is not later than the bar before it");
    }

    @Test
    void opensNoMoreThanItsBudgetUnlessThatIsSwitchedOff() {
        StrategyParams params = eager().with("trade.max_entry_orders_per_loop", 1);
        CandleSeries[] candles = {hourly("AAA", 0, 100, 101), hourly("BBB", 0, 100, 101)};

        assertThat(actions(Backtest.run(Given.input(params, candles))))
                .containsExactly("1 AAA OPEN_LONG", "1 AAA CLOSE_LONG");

        StrategyParams free = Given.profile(
                params, "engine", new Pipeline.Behaviours(List.of(), List.of(), List.of("engine.entry_budget")));
        assertThat(actions(Backtest.run(Given.input(free, candles)))).startsWith("1 AAA OPEN_LONG", "1 BBB OPEN_LONG");
    }

    @Test
    void paysFundingAtEveryFullHourSinceTheBarBefore() {
        // A bar is missing at hour 2. The rate of hour 2 is the first; nothing is due before it.
        CandleSeries gap = joined(hourly("AAA", 0, 100, 101), hourly("AAA", 3, 103, 104));
        FundingSeries funding =
                new FundingSeries(new Symbol("AAA"), new long[] {2 * HOUR, 4 * HOUR}, new double[] {0.001, -0.001});

        BacktestResult result = Backtest.run(funded(Given.input(eager(), gap), funding));

        assertThat(actions(result))
                .containsExactly(
                        "1 AAA OPEN_LONG", "2 AAA FUNDING", "3 AAA FUNDING", "4 AAA FUNDING", "4 AAA CLOSE_LONG");
        // 300 USD at 101; hours 2 and 3 are settled with bar 3, at its close.
        double size = 300.0 / 101.0;
        assertThat(result.trades().get(1).price()).isEqualTo(103.0);
        assertThat(result.trades().get(1).pnl()).isCloseTo(-size * 103.0 * 0.001, within());
        assertThat(result.trades().get(3).pnl()).isCloseTo(size * 104.0 * 0.001, within());
    }

    @Test
    void paysNoFundingAtTheVeryFirstTime() {
        FundingSeries funding = new FundingSeries(new Symbol("AAA"), new long[] {0}, new double[] {0.001});

        BacktestResult result = Backtest.run(funded(Given.input(eager(), hourly("AAA", 1, 100, 101)), funding));

        // The position opened at hour 2 pays hour 2: funding comes after the entries.
        assertThat(actions(result)).containsExactly("2 AAA OPEN_LONG", "2 AAA FUNDING", "2 AAA CLOSE_LONG");
    }

    @Test
    void leavesOnFinerBarsWithTheSnapshotBefore() {
        StrategyParams params = Given.withIntervals(Given.exits(eager(), "exit.take_profit.full"), "", "15m", true);
        CandleSeries finer = series("AAA", Interval.M15, HOUR + QUARTER, 101, 150, 160);

        BacktestResult result = Backtest.run(
                withFiner(Given.input(params, hourly("AAA", 0, 100, 101, 102)), Optional.of(finer), Optional.empty()));

        // The first bar's ATR is 0, so the position takes the entry's; the target lies far below 150.
        TradeRecord exit = result.trades().get(1);
        assertThat(exit.timeMs()).isEqualTo(HOUR + 2 * QUARTER);
        assertThat(exit.reason()).isEqualTo("Take Profit");
        assertThat(exit.price()).isEqualTo(150.0 * (1.0 - 0.5 / 10000.0));
    }

    @Test
    void leavesOnMainBarsWhereTheConfiguredIntervalsAreOne() {
        StrategyParams params = Given.withIntervals(Given.exits(eager(), "exit.take_profit.full"), "", "1h", true);
        CandleSeries finer = series("AAA", Interval.M15, HOUR + QUARTER, 101, 150, 160);

        BacktestResult result = Backtest.run(
                withFiner(Given.input(params, hourly("AAA", 0, 100, 101, 102)), Optional.of(finer), Optional.empty()));

        assertThat(result.trades()).allMatch(trade -> trade.timeMs() % HOUR == 0);
    }

    @Test
    void leavesOnFinerBarsOfASymbolWithoutAnyMainBar() {
        StrategyParams params = Given.withIntervals(Given.exits(eager(), "exit.take_profit.full"), "", "15m", true);
        CandleSeries finer = series("ZZZ", Interval.M15, QUARTER, 50, 55);

        BacktestResult result = Backtest.run(Given.startingFrom(
                withFiner(
                        Given.input(params, hourly("AAA", 0, 100, 100), hourly("ZZZ", 9, 55)),
                        Optional.of(finer),
                        Optional.empty()),
                Given.longFrom("ZZZ", 50.0)));

        assertThat(result.trades().get(0).timeMs()).isEqualTo(2 * QUARTER);
        assertThat(result.trades().get(0).reason()).isEqualTo("Take Profit");
    }

    @Test
    void entersOnTheFinerBarThatClosesWithTheMainBar() {
        StrategyParams params = Given.withIntervals(eager(), "15m", "", true);
        CandleSeries finer = series("AAA", Interval.M15, 0, steps(100, 0.25, 16));

        BacktestResult result = Backtest.run(withFiner(
                Given.input(params, hourly("AAA", 0, 100, 101, 102, 103)), Optional.empty(), Optional.of(finer)));

        // Bar 1 of the hours signals; the quarter from 1:45 to 2:00 enters, at 2:00.
        TradeRecord open = result.trades().get(0);
        assertThat(open.timeMs()).isEqualTo(2 * HOUR);
        assertThat(open.price()).isEqualTo(101.75);
        assertThat(open.reason()).isEqualTo("Medium entry (sub-bar)");
        assertThat(open.reasonCode()).isEqualTo(ReasonCode.ENTRY_SIGNAL_SUB_BAR);
    }

    @Test
    void entersOnEveryFinerBarWithTheSnapshotBefore() {
        StrategyParams params = Given.withIntervals(eager(), "15m", "", false);
        CandleSeries finer = series("AAA", Interval.M15, 0, steps(100, 0.25, 16));

        BacktestResult result = Backtest.run(withFiner(
                Given.input(params, hourly("AAA", 0, 100, 101, 102, 103)), Optional.empty(), Optional.of(finer)));

        // Bar 1 brings the first averages that differ; they are the snapshot before from bar 2 on.
        TradeRecord open = result.trades().get(0);
        assertThat(open.timeMs()).isEqualTo(2 * HOUR + QUARTER);
        assertThat(open.price()).isEqualTo(102.25);
    }

    @Test
    void looksForTheClosingBarAlsoBeforeTheMainBar() {
        StrategyParams params = Given.withIntervals(eager(), "4h", "", true);
        CandleSeries longer = series("AAA", Interval.H4, 0, 110);

        BacktestResult result = Backtest.run(withFiner(
                Given.input(params, hourly("AAA", 0, 100, 101, 102, 103, 104)), Optional.empty(), Optional.of(longer)));

        // The four hours from 0:00 close with the hourly bar of 3:00.
        assertThat(result.trades().get(0).timeMs()).isEqualTo(4 * HOUR);
        assertThat(result.trades().get(0).price()).isEqualTo(110.0);
    }

    @Test
    void readsTheEntryIntervalsTextGenerously() {
        assertThat(SubBarEntries.lengthMs("15m")).isEqualTo(900_000L);
        assertThat(SubBarEntries.lengthMs("4h")).isEqualTo(4 * HOUR);
        assertThat(SubBarEntries.lengthMs(" 1d ")).isEqualTo(24 * HOUR);
        assertThat(SubBarEntries.lengthMs("xh")).isEqualTo(HOUR);
        assertThat(SubBarEntries.lengthMs("15s")).isZero();
        assertThat(SubBarEntries.lengthMs("")).isZero();
    }

    @Test
    void leavesByCustomOrderOfExits() {
        // The averages cross at the bar that also hits the stop; the plan names the cross first.
        StrategyParams params = Given.exits(eager(), "exit.smart.trend_breakdown", "exit.stop_loss.base")
                .with("trade.sl_atr_mult", 0.1);

        BacktestResult result = Backtest.run(Given.input(params, hourly("AAA", 0, 100, 101, 102, 80)));

        assertThat(result.trades().get(1).reason()).isEqualTo("Trend Breakdown (EMA Cross)");
        assertThat(result.trades().get(1).reasonCode()).isEqualTo(ReasonCode.EXIT_FILTER);
    }

    private static Offset<Double> within() {
        return Offset.offset(1e-12);
    }

    private static BacktestResult withLookback(BacktestInput input, int lookback) {
        return Backtest.run(BacktestInput.of(input.params(), input.candles(), input.initialBalance(), lookback));
    }

    private static BacktestInput withFiner(
            BacktestInput input, Optional<CandleSeries> exits, Optional<CandleSeries> entries) {
        return new BacktestInput(
                input.params(),
                input.candles(),
                exits.map(List::of),
                entries.map(List::of),
                List.of(),
                input.initialBalance(),
                input.lookback(),
                input.fromMs(),
                input.toMs(),
                input.initialState());
    }

    private static BacktestInput funded(BacktestInput input, FundingSeries funding) {
        return new BacktestInput(
                input.params(),
                input.candles(),
                Optional.empty(),
                Optional.empty(),
                List.of(funding),
                input.initialBalance(),
                input.lookback(),
                input.fromMs(),
                input.toMs(),
                input.initialState());
    }

    private static CandleSeries joined(CandleSeries a, CandleSeries b) {
        return new CandleSeries(
                a.symbol(),
                a.interval(),
                LongStream.concat(Arrays.stream(a.openTimeMs()), Arrays.stream(b.openTimeMs()))
                        .toArray(),
                join(a.open(), b.open()),
                join(a.high(), b.high()),
                join(a.low(), b.low()),
                join(a.close(), b.close()),
                join(a.volume(), b.volume()));
    }

    private static double[] join(double[] a, double[] b) {
        return DoubleStream.concat(Arrays.stream(a), Arrays.stream(b)).toArray();
    }
}
