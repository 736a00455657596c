package aiquant.engine;

import aiquant.engine.feed.Round;
import aiquant.kernel.decision.KernelEvent;
import aiquant.kernel.indicator.IndicatorBank;
import aiquant.kernel.market.Candle;
import aiquant.kernel.market.Symbol;
import aiquant.kernel.rule.Breadth;
import aiquant.kernel.rule.Gates;
import aiquant.kernel.rule.IndicatorSnapshot;
import aiquant.kernel.strategy.StrategyParams;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Feeds bars through the indicators, round by round, and says what the kernel should decide next.
///
/// Market-wide inputs are taken when a round begins, before any of its bars is counted in. Engine thread only.
final class Rounds {
    private final Map<Symbol, IndicatorBank> banks = new TreeMap<>();
    private final int lookback;
    private Optional<Round> round = Optional.empty();
    private int next;
    private int btc;
    private double breadth;

    Rounds(List<Symbol> symbols, StrategyParams params, int lookback) {
        symbols.forEach(symbol -> banks.put(symbol, new IndicatorBank(params)));
        this.lookback = lookback;
    }

    /// Begins a round.
    ///
    /// @throws IllegalArgumentException if it brings a symbol that was not announced
    void begin(Round begun) {
        for (Candle candle : begun.candles()) {
            if (!banks.containsKey(candle.symbol())) {
                throw new IllegalArgumentException(
                        "candles of " + candle.symbol() + ", which is not part of this engine's universe");
            }
        }
        round = Optional.of(begun);
        next = 0;
        btc = direction("BTC");
        if (btc == Gates.BTC_UNKNOWN) {
            btc = direction("BTCUSDT");
        }
        breadth = breadth();
    }

    private int direction(String name) {
        IndicatorBank bank = banks.get(new Symbol(name));
        if (bank == null || bank.bars() == 0) {
            return Gates.BTC_UNKNOWN;
        }
        return Breadth.direction(bank.latest().close, bank.latest().emaSlow);
    }

    private double breadth() {
        int counted = 0;
        int rising = 0;
        for (IndicatorBank bank : banks.values()) {
            if (bank.bars() >= 2) {
                counted++;
                rising += bank.latest().emaFast > bank.latest().emaSlow ? 1 : 0;
            }
        }
        return Breadth.percent(rising, counted);
    }

    Optional<Round> current() {
        return round;
    }

    boolean hasNextBar() {
        return round.isPresent() && next < round.get().candles().size();
    }

    /// Whose bar comes next in this round.
    Optional<Symbol> nextSymbol() {
        return hasNextBar() ? round.map(current -> current.candles().get(next).symbol()) : Optional.empty();
    }

    /// Takes the round's next bar, in symbol order, into its symbol's indicators.
    KernelEvent.BarClosed nextBar() {
        Round current = round.orElseThrow();
        Candle candle = current.candles().get(next++);
        IndicatorBank bank = bank(candle.symbol());
        bank.update(candle);
        return new KernelEvent.BarClosed(
                current.timeMs(), candle.symbol(), bank.latest(), btc, breadth, bank.bars() >= lookback);
    }

    private IndicatorBank bank(Symbol symbol) {
        IndicatorBank bank = banks.get(symbol);
        if (bank == null) {
            throw new IllegalStateException("no indicators for " + symbol);
        }
        return bank;
    }

    void end() {
        round = Optional.empty();
    }

    /// What a symbol's indicators say now.
    IndicatorSnapshot snapshot(Symbol symbol) {
        return bank(symbol).latest();
    }
}
