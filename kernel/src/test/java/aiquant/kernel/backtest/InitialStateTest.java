package aiquant.kernel.backtest;

import static aiquant.kernel.backtest.Given.HOUR;
import static aiquant.kernel.backtest.Given.eager;
import static aiquant.kernel.backtest.Given.hourly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aiquant.kernel.backtest.InitialState.OpenPosition;
import aiquant.kernel.market.FundingSeries;
import aiquant.kernel.market.Symbol;
import aiquant.kernel.strategy.Confidence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class InitialStateTest {
    private static final Symbol AAA = new Symbol("AAA");
    private static final Symbol ZZZ = new Symbol("ZZZ");

    @Test
    void startsFromTheGivenBalanceAndPositions() {
        BacktestInput input = Given.startingFrom(
                Given.input(eager(), hourly("ZZZ", 0, 60, 60)), state(5_000, Map.of(), Map.of(), position(ZZZ, 50)));

        BacktestResult result = Backtest.run(input);

        // Closed at the end: 60 less half a basis point is 59.997; (59.997 − 50) · 10 = 99.97, fee 599.97 · 0.00035.
        assertThat(result.report().initialBalance()).isEqualTo(5_000.0);
        assertThat(Given.actions(result)).containsExactly("1 ZZZ CLOSE_LONG");
        TradeRecord close = result.trades().get(0);
        assertThat(close.pnl()).isEqualTo(99.97);
        assertThat(close.fee()).isEqualTo(0.2099895);
        assertThat(close.exit().orElseThrow().barsHeld()).isEqualTo(1L);
        assertThat(result.equity()).containsExactly(new EquityPoint(0, 5_000), new EquityPoint(HOUR, 5_000));
    }

    @Test
    void valuesAPositionWithoutABarAtItsEntry() {
        BacktestInput input = Given.startingFrom(
                Given.input(eager(), hourly("AAA", 0, 100, 101, 102), hourly("ZZZ", 9, 60)),
                state(10_000, Map.of(), Map.of(), position(ZZZ, 50)));

        BacktestResult result = Backtest.run(input);

        // 3 % of the whole balance: nothing is known to be won or lost on ZZZ yet.
        assertThat(result.trades().get(0).action()).isEqualTo("OPEN_LONG");
        assertThat(result.trades().get(0).margin()).isEqualTo(300.0);
    }

    @Test
    void settlesNoFundingBeforeAPriceIsKnown() {
        BacktestInput base = Given.startingFrom(
                Given.input(eager(), hourly("AAA", 0, 100, 100, 100, 100), hourly("ZZZ", 2, 60, 60)),
                state(10_000, Map.of(), Map.of(), position(ZZZ, 50)));
        BacktestInput input = funded(base, new FundingSeries(ZZZ, new long[] {0}, new double[] {0.001}));

        BacktestResult result = Backtest.run(input);

        // Hours 2 and 3: −(10 · 60 · 0.001) each.
        assertThat(Given.actions(result)).containsExactly("2 ZZZ FUNDING", "3 ZZZ FUNDING", "3 ZZZ CLOSE_LONG");
        assertThat(result.trades().get(0).pnl()).isEqualTo(-0.6);
    }

    @Test
    void leavesAPositionOpenWhosePriceIsNeverKnown() {
        BacktestInput input = Given.between(
                Given.startingFrom(
                        Given.input(eager(), hourly("AAA", 0, 100, 100), hourly("ZZZ", 5, 60)),
                        state(10_000, Map.of(), Map.of(), position(ZZZ, 50))),
                Long.MIN_VALUE,
                HOUR);

        BacktestResult result = Backtest.run(input);

        assertThat(result.trades()).isEmpty();
        assertThat(result.report().finalBalance()).isEqualTo(10_000.0);
    }

    @Test
    void honoursCooldownsButNoReentryWaitFromBefore() {
        var params = eager().with("trade.entry_cooldown_s", 7200).with("trade.reentry_cooldown_minutes", 60);
        BacktestInput input = Given.startingFrom(
                Given.input(params, hourly("AAA", 0, 100, 101, 102, 103)),
                state(10_000, Map.of(AAA, HOUR), Map.of(AAA, HOUR)));

        BacktestResult result = Backtest.run(input);

        // Two hours after the entry at hour 1; the exit of the same hour makes no one wait.
        assertThat(Given.actions(result)).startsWith("3 AAA OPEN_LONG");
    }

    @Test
    void countsAnInitialPositionAgainstTheLimit() {
        var params = eager().with("trade.max_open_positions", 1);
        BacktestInput input = Given.startingFrom(
                Given.input(params, hourly("AAA", 0, 100, 101, 102), hourly("ZZZ", 0, 60, 60, 60)),
                state(10_000, Map.of(), Map.of(), position(ZZZ, 50)));

        BacktestResult result = Backtest.run(input);

        assertThat(Given.actions(result)).containsExactly("2 ZZZ CLOSE_LONG");
        assertThat(result.report().gateStatistics().maxPositions()).isEqualTo(2);
    }

    @Test
    void refusesTwoPositionsOfOneSymbol() {
        assertThatThrownBy(() -> state(10_000, Map.of(), Map.of(), position(ZZZ, 50), position(ZZZ, 51)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the initial state holds two positions of ZZZ");
    }

    private static InitialState state(
            double balance, Map<Symbol, Long> entries, Map<Symbol, Long> exits, OpenPosition... positions) {
        return new InitialState(balance, List.of(positions), entries, exits);
    }

    /// 10 units long, opened at time 0.
    private static OpenPosition position(Symbol symbol, double entry) {
        return new OpenPosition(
                symbol,
                true,
                10.0,
                entry,
                1.0,
                Confidence.HIGH,
                1.0,
                500.0,
                OptionalDouble.empty(),
                0,
                false,
                0,
                0,
                0.0);
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
}
