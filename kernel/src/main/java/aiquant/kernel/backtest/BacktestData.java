package aiquant.kernel.backtest;

import aiquant.kernel.market.Interval;
import java.util.Arrays;
import java.util.Optional;

/// Everything a backtest runs on except the parameters, looked up and indexed once so that many configurations can run
/// over it.
///
/// Read-only after construction; may be read from many threads.
public final class BacktestData {
    private final Market market;
    private final SubBars exitBars;
    private final SubBars entryBars;
    private final FundingPayments funding;
    private final Optional<InitialState> initialState;
    private final double initialBalance;
    private final int lookback;
    private final int firstBar;
    private final int endBar;
    private final long[] times;
    private final long intervalMs;

    /// @param input whose parameters are not looked at
    /// @throws IllegalArgumentException if a symbol appears twice or intervals differ
    public BacktestData(BacktestInput input) {
        market = new Market(input.candles());
        endBar = market.barsUntil(input.toMs());
        firstBar = Math.min(market.barFrom(input.fromMs()), endBar);
        entryBars = new SubBars(market, input.entryCandles(), firstBar, endBar, true);
        exitBars = input.exitCandles().equals(input.entryCandles())
                ? entryBars
                : new SubBars(market, input.exitCandles(), firstBar, endBar, false);
        funding = new FundingPayments(market, input.funding());
        initialState = input.initialState();
        initialBalance = initialState.map(InitialState::balance).orElse(input.initialBalance());
        lookback = input.lookback();
        intervalMs = market.interval().map(Interval::lengthMs).orElse(1L);
        times = new long[endBar - firstBar];
        Arrays.setAll(times, i -> market.time(firstBar + i));
    }

    public Market market() {
        return market;
    }

    /// Symbol-bars of one run: all main candles, warm-up included, and the finer ones inside the window.
    public long symbolBars() {
        return market.rowCount() + exitBars.count() + entryBars.count();
    }

    /// Main bars inside the window.
    public int barsInWindow() {
        return endBar - firstBar;
    }

    SubBars exitBars() {
        return exitBars;
    }

    SubBars entryBars() {
        return entryBars;
    }

    FundingPayments funding() {
        return funding;
    }

    Optional<InitialState> initialState() {
        return initialState;
    }

    double initialBalance() {
        return initialBalance;
    }

    int lookback() {
        return lookback;
    }

    /// First bar inside the window.
    int firstBar() {
        return firstBar;
    }

    /// The bar after the last one inside the window.
    int endBar() {
        return endBar;
    }

    /// Open times of the bars inside the window; shared, read-only.
    long[] times() {
        return times;
    }

    long intervalMs() {
        return intervalMs;
    }
}
