package aiquant.kernel.decision;

import aiquant.kernel.backtest.TradeRecord;
import aiquant.kernel.indicator.IndicatorBank;
import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.market.Symbol;
import aiquant.kernel.rule.Breadth;
import aiquant.kernel.rule.Gates;
import aiquant.kernel.strategy.CompiledStrategy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Takes stored main candles to the kernel event by event and fills what it wants at once, at the modelled price.
///
/// Trades as a backtest over main bars does, without finer bars, funding or an initial book, and leaves open what is
/// open at the end. One use, one thread.
public final class Stepper {
    private final CompiledStrategy strategy;
    private final int lookback;
    private final long fromMs;
    private final long toMs;
    private final FillModel fills;
    private final CandleSeries[] series;
    private final IndicatorBank[] banks;
    private final int[] next;
    private KernelState state;

    private long timeMs;
    private int symbol;
    private int btc;
    private double breadth;

    /// @param candles  one series per symbol, also before `fromMs`, to warm the indicators
    /// @param balance  in USD
    /// @param lookback bars a symbol needs before it may signal
    /// @param fromMs   open time of the first bar that may be decided; `toMs` of the last
    public Stepper(
            CompiledStrategy strategy,
            List<CandleSeries> candles,
            double balance,
            int lookback,
            long fromMs,
            long toMs) {
        this.strategy = strategy;
        this.lookback = lookback;
        this.fromMs = fromMs;
        this.toMs = toMs;
        fills = new FillModel(strategy.rules().slippageBps);
        series = candles.stream()
                .sorted(Comparator.comparing(CandleSeries::symbol))
                .toArray(CandleSeries[]::new);
        banks = Arrays.stream(series)
                .map(one -> new IndicatorBank(strategy.params()))
                .toArray(IndicatorBank[]::new);
        next = new int[series.length];
        state = KernelState.start(
                Arrays.stream(series).map(CandleSeries::symbol).toList(), balance);
        begin();
    }

    /// One event, what the kernel made of it, and the lines it added to the trade log.
    public record Step(KernelEvent event, Decision decision, List<TradeRecord> fills) {

        public Step {
            fills = List.copyOf(fills);
        }
    }

    /// The next event of the window; empty after the last. Its snapshot is overwritten by the next call.
    public Optional<Step> next() {
        while (timeMs <= toMs && timeMs != Long.MAX_VALUE) {
            if (symbol == series.length) {
                KernelEvent round = new KernelEvent.RoundClosed(timeMs);
                begin();
                if (round.timeMs() >= fromMs) {
                    return Optional.of(step(round));
                }
                continue;
            }
            int number = symbol++;
            if (time(number) != timeMs) {
                continue;
            }
            IndicatorBank bank = banks[number];
            bank.update(series[number].candle(next[number]++));
            if (timeMs >= fromMs) {
                return Optional.of(step(new KernelEvent.BarClosed(
                        timeMs, series[number].symbol(), bank.latest(), btc, breadth, bank.bars() >= lookback)));
            }
        }
        return Optional.empty();
    }

    private Step step(KernelEvent event) {
        Decision decision = Kernel.decide(state, event, strategy);
        state = state.remember(decision.memory());
        List<TradeRecord> trades = new ArrayList<>();
        for (Intent intent : decision.intents()) {
            KernelState.Booked booked = state.book(fills.fill(intent, event.timeMs()));
            state = booked.state();
            trades.add(booked.trade());
        }
        return new Step(event, decision, trades);
    }

    /// Begins the round of the earliest bar not seen yet: the market's mood is that of the bars before it.
    private void begin() {
        timeMs = Long.MAX_VALUE;
        for (int number = 0; number < series.length; number++) {
            timeMs = Math.min(timeMs, time(number));
        }
        symbol = 0;
        btc = direction("BTC");
        if (btc == Gates.BTC_UNKNOWN) {
            btc = direction("BTCUSDT");
        }
        breadth = breadth();
    }

    private long time(int number) {
        return next[number] < series[number].size() ? series[number].openTimeMs()[next[number]] : Long.MAX_VALUE;
    }

    private int direction(String name) {
        Symbol leader = new Symbol(name);
        for (int number = 0; number < series.length; number++) {
            if (series[number].symbol().equals(leader) && banks[number].bars() > 0) {
                return Breadth.direction(banks[number].latest().close, banks[number].latest().emaSlow);
            }
        }
        return Gates.BTC_UNKNOWN;
    }

    private double breadth() {
        int counted = 0;
        int rising = 0;
        for (IndicatorBank bank : banks) {
            if (bank.bars() >= 2) {
                counted++;
                rising += bank.latest().emaFast > bank.latest().emaSlow ? 1 : 0;
            }
        }
        return Breadth.percent(rising, counted);
    }
}
