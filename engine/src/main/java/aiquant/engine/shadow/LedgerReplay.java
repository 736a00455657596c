package aiquant.engine.shadow;

import aiquant.engine.feed.LiveStart;
import aiquant.kernel.backtest.Backtest;
import aiquant.kernel.backtest.BacktestInput;
import aiquant.kernel.backtest.ReasonCode;
import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.market.Symbol;
import aiquant.kernel.strategy.StrategyParams;
import java.util.List;
import java.util.Optional;

/// Replays the candles a ledger was traded on: the same symbols from the same bar to the last that
/// was decided, with the ledger's balance and lookback.
public final class LedgerReplay {

    private LedgerReplay() {}

    /// @param candles of the ledger's symbols at least; others are left out
    /// @throws IllegalArgumentException if candles of a symbol are missing, or nothing was decided yet
    public static TradeComparison compare(LedgerTrades ledger, StrategyParams params, List<CandleSeries> candles) {
        long untilMs = ledger.lastDecidedMs();
        if (untilMs == Long.MIN_VALUE) {
            throw new IllegalArgumentException("the ledger has decided no bar yet");
        }
        Optional<LiveStart> start = LiveStart.read(ledger.run().source());
        BacktestInput input = new BacktestInput(
                params,
                ledger.run().symbols().stream()
                        .map(symbol -> of(symbol, candles)
                                .between(start.map(LiveStart::fromMs).orElse(Long.MIN_VALUE), untilMs))
                        .toList(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                ledger.run().initialBalanceUsd().toDouble(),
                ledger.run().lookback(),
                start.map(LiveStart::decideMs).orElse(Long.MIN_VALUE),
                Long.MAX_VALUE,
                Optional.empty());
        // That a replay closes everything at its end is its own affair.
        List<TradeLine> replayed = Backtest.run(input).trades().stream()
                .filter(trade -> trade.reasonCode() != ReasonCode.EXIT_END_OF_BACKTEST)
                .map(TradeLine::of)
                .toList();
        List<TradeLine> traded = ledger.trades().stream()
                .filter(trade -> trade.timeMs() <= untilMs)
                .toList();
        return TradeComparison.of(traded, replayed, ledger.unfilled());
    }

    private static CandleSeries of(Symbol symbol, List<CandleSeries> candles) {
        return candles.stream()
                .filter(series -> series.symbol().equals(symbol))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the ledger traded " + symbol + ", of which no candles are given"));
    }
}
