package aiquant.kernel.decision;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.kernel.backtest.Backtest;
import aiquant.kernel.backtest.BacktestInput;
import aiquant.kernel.backtest.RandomMarket;
import aiquant.kernel.backtest.ReasonCode;
import aiquant.kernel.backtest.TradeRecord;
import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import aiquant.kernel.strategy.CompiledStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;

/// One kernel, two ways to run it: bar by bar with fills from outside, or a whole backtest.
class SteppingTest {
    private static final int LOOKBACK = 20;

    @Property(tries = 150, shrinking = ShrinkingMode.OFF)
    void tradesBarByBarAsTheBacktestDoes(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 100) int from,
            @ForAll @IntRange(min = 150, max = 300) int to) {
        RandomMarket market = new RandomMarket(seed);
        BacktestInput input = new BacktestInput(
                market.strategy(),
                withBitcoinAs(seed % 2 == 0 ? "BTC" : "BTCUSDT", market.hourly(250)),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                10_000.0,
                LOOKBACK,
                from * Interval.H1.lengthMs(),
                to * Interval.H1.lengthMs(),
                Optional.empty());

        List<TradeRecord> expected = Backtest.run(input).trades().stream()
                .filter(trade -> trade.reasonCode() != ReasonCode.EXIT_END_OF_BACKTEST)
                .map(SteppingTest::withoutExitContext)
                .toList();

        assertThat(stepped(input)).isEqualTo(expected);
    }

    private static List<CandleSeries> withBitcoinAs(String name, List<CandleSeries> candles) {
        return candles.stream()
                .map(one -> one.symbol().equals(new Symbol("BTC"))
                        ? new CandleSeries(
                                new Symbol(name),
                                one.interval(),
                                one.openTimeMs(),
                                one.open(),
                                one.high(),
                                one.low(),
                                one.close(),
                                one.volume())
                        : one)
                .toList();
    }

    /// Fills know nothing of stops and targets; only the backtest writes them beside an exit.
    private static TradeRecord withoutExitContext(TradeRecord trade) {
        return new TradeRecord(
                trade.timeMs(),
                trade.symbol(),
                trade.action(),
                trade.price(),
                trade.size(),
                trade.notional(),
                trade.reason(),
                trade.reasonCode(),
                trade.confidence(),
                trade.pnl(),
                trade.fee(),
                trade.balance(),
                trade.entryAtr(),
                trade.leverage(),
                trade.margin(),
                Optional.empty());
    }

    private static List<TradeRecord> stepped(BacktestInput input) {
        Stepper stepper = new Stepper(
                CompiledStrategy.of(input.params()),
                input.candles(),
                input.initialBalance(),
                input.lookback(),
                input.fromMs(),
                input.toMs());
        List<TradeRecord> trades = new ArrayList<>();
        for (Optional<Stepper.Step> step = stepper.next(); step.isPresent(); step = stepper.next()) {
            trades.addAll(step.get().fills());
        }
        return trades;
    }
}
