package aiquant.kernel.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.market.FundingSeries;
import aiquant.kernel.strategy.StrategyParams;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BacktestPropertyTest {
    private static final int BARS = 250;
    private static final int LOOKBACK = 20;

    /// Nothing that was decided up to a bar depends on what came after it.
    @Property(tries = 150, shrinking = ShrinkingMode.OFF)
    void neverLooksAhead(
            @ForAll long seed, @ForAll boolean hasSubBars, @ForAll @IntRange(min = 0, max = BARS - 5) int cut) {
        BacktestInput input = input(seed, hasSubBars);
        LookAhead lookAhead = new LookAhead(input, Backtest.run(input), Backtest::run);

        assertThat(lookAhead.at(cut * Given.HOUR)).isEmpty();
    }

    @Property(tries = 80, shrinking = ShrinkingMode.OFF)
    void doesNotCareInWhichOrderSymbolsAreGiven(@ForAll long seed, @ForAll boolean hasSubBars) {
        BacktestInput input = input(seed, hasSubBars);

        BacktestResult shuffled = Backtest.run(new BacktestInput(
                input.params(),
                shuffled(input.candles(), seed),
                input.exitCandles().map(candles -> shuffled(candles, seed + 1)),
                input.entryCandles().map(candles -> shuffled(candles, seed + 2)),
                shuffled(input.funding(), seed + 3),
                input.initialBalance(),
                input.lookback(),
                input.fromMs(),
                input.toMs(),
                input.initialState()));

        assertThat(shuffled).isEqualTo(Backtest.run(input));
    }

    @Property(tries = 50, shrinking = ShrinkingMode.OFF)
    void keepsItsBooksTogether(@ForAll long seed, @ForAll boolean hasSubBars) {
        BacktestResult result = Backtest.run(input(seed, hasSubBars));

        double balance = 10_000.0;
        for (TradeRecord trade : result.trades()) {
            boolean isEntry =
                    trade.action().startsWith("OPEN") || trade.action().startsWith("ADD");
            balance = isEntry ? balance - trade.fee() : balance + (trade.pnl() - trade.fee());
            assertThat(trade.balance()).isEqualTo(balance);
        }
        assertThat(result.report().finalBalance()).isEqualTo(balance);
    }

    /// The properties above say little about strategies that never trade.
    @Test
    void tradesOftenEnoughToBeWorthComparing() {
        int busy = 0;
        for (long seed = 0; seed < 30; seed++) {
            busy += Backtest.run(input(seed, seed % 2 == 0)).trades().size() > 10 ? 1 : 0;
        }

        assertThat(busy).isGreaterThan(15);
    }

    private static <T> List<T> shuffled(List<T> list, long seed) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, new Random(seed));
        return copy;
    }

    private static BacktestInput input(long seed, boolean hasSubBars) {
        RandomMarket market = new RandomMarket(seed);
        List<CandleSeries> candles = market.hourly(BARS);
        List<CandleSeries> finer = market.quarterly(BARS);
        List<FundingSeries> funding = market.funding(BARS);
        StrategyParams params = market.strategy();
        if (!hasSubBars) {
            return BacktestInput.of(params, candles, 10_000.0, LOOKBACK);
        }
        return new BacktestInput(
                Given.withIntervals(params, "15m", "15m", seed % 3 == 0),
                candles,
                Optional.of(finer),
                seed % 2 == 0 ? Optional.of(finer) : Optional.empty(),
                funding,
                10_000.0,
                LOOKBACK,
                Long.MIN_VALUE,
                Long.MAX_VALUE,
                Optional.empty());
    }
}
