package aiquant.engine;

import aiquant.engine.risk.KillLevel;
import aiquant.kernel.market.Symbol;
import aiquant.money.Price;
import aiquant.money.Quantity;
import aiquant.money.Usd;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Everything a screen shows about the engine at one moment, folded from the ledger. Immutable.
///
/// Booked amounts are exact; marks and what follows from them are doubles. Times are epoch milliseconds of the engine's
/// clock: candle time in a replay.
///
/// @param sequence    last ledger entry this view contains
/// @param clockMs     the engine's time: the newest decided bar's close in a replay
/// @param wallMs      when this view was made, system time
/// @param cash        settled balance
/// @param equity      cash plus open profit at the marks
/// @param dayPnl      change of equity since the start of the engine's UTC day
/// @param positions   by symbol
/// @param orders      newest first, at most [#RECENT]
/// @param trades      newest first, at most [#RECENT]: every fill
/// @param watchlist   by symbol
/// @param denials     newest first: what the risk gate refused
public record EngineView(
        long sequence,
        long clockMs,
        long wallMs,
        Mode mode,
        String account,
        RunState runState,
        Usd initialBalance,
        Usd cash,
        double equity,
        double dayPnl,
        Usd realisedPnl,
        Usd fees,
        Kill kill,
        List<PositionRow> positions,
        List<OrderRow> orders,
        List<TradeRow> trades,
        int tradesTotal,
        List<WatchRow> watchlist,
        List<LimitRow> limits,
        List<DenialRow> denials,
        FeedStatus feed,
        LedgerStatus ledger,
        List<EquityPoint> equityCurve) {

    public static final int RECENT = 200;

    public EngineView {
        positions = List.copyOf(positions);
        orders = List.copyOf(orders);
        trades = List.copyOf(trades);
        watchlist = List.copyOf(watchlist);
        limits = List.copyOf(limits);
        denials = List.copyOf(denials);
        equityCurve = List.copyOf(equityCurve);
    }

    /// What the loop is doing. `FINISHED`: the recorded candles are at their end; everything still works but no bar
    /// comes.
    public enum RunState {
        STARTING,
        RUNNING,
        FINISHED,
        FAILED,
        STOPPED
    }

    public enum Side {
        LONG,
        SHORT
    }

    /// The kill switch: its level and one line per cause that holds it there.
    public record Kill(KillLevel level, List<Cause> causes) {
        public Kill {
            causes = List.copyOf(causes);
        }

        /// One latched cause: who (`operator`, `breach`, `loop`, …), how strong, when and why.
        public record Cause(String origin, KillLevel level, long sinceMs, String reason) {}
    }

    /// @param quantity  absolute size
    /// @param stop      level at which the strategy would close now, if it has one (checked on closes)
    /// @param trailing  the trailing stop, once armed
    public record PositionRow(
            Symbol symbol,
            Side side,
            Quantity quantity,
            double entryPrice,
            double mark,
            double pnlUsd,
            double pnlPct,
            OptionalDouble stop,
            OptionalDouble trailing,
            OptionalDouble target,
            Usd margin,
            double leverage,
            int adds,
            long openedMs) {}

    /// @param state   an order state of docs/architecture.md: `CREATED`, `FILLED`, `DENIED`, …
    /// @param action  `OPEN`, `ADD`, `REDUCE` or `CLOSE`
    /// @param origin  `strategy` or `operator`
    public record OrderRow(
            long sequence,
            long atMs,
            String clientOrderId,
            Symbol symbol,
            Side side,
            String action,
            Quantity quantity,
            String state,
            String origin,
            String reason,
            Optional<Price> averagePrice) {}

    /// One fill.
    ///
    /// @param action `OPEN_LONG`, `REDUCE_SHORT`, …
    public record TradeRow(
            long sequence,
            long atMs,
            Symbol symbol,
            String action,
            Price price,
            Quantity quantity,
            Usd pnl,
            Usd fee,
            Usd balance,
            String reason) {}

    /// @param change24hPct  change of the close against 24 hours earlier
    /// @param spark         up to 24 recent closes, oldest first
    /// @param signal        `BUY`, `SELL` or `–`
    /// @param blocking      the first gate that blocks an entry, in words; empty when none
    /// @param quote         what the market quotes now, where this engine follows a live market
    public record WatchRow(
            Symbol symbol,
            double price,
            OptionalDouble change24hPct,
            double[] spark,
            Optional<Side> positionSide,
            String signal,
            String blocking,
            long barTimeMs,
            Optional<QuoteRow> quote) {

        /// Of a market without quotes.
        public WatchRow(
                Symbol symbol,
                double price,
                OptionalDouble change24hPct,
                double[] spark,
                Optional<Side> positionSide,
                String signal,
                String blocking,
                long barTimeMs) {
            this(symbol, price, change24hPct, spark, positionSide, signal, blocking, barTimeMs, Optional.empty());
        }
    }

    /// The market's price now, where a candle's close is that of some time ago.
    ///
    /// @param source  who said it: `sidecar`, `database` or `exchange`
    /// @param ageMs   how old it was when this view was made
    /// @param isStale whether that is older than a price should be
    public record QuoteRow(
            Price price, Optional<Price> bid, Optional<Price> ask, String source, long ageMs, boolean isStale) {}

    /// One limit of the risk gate: `used` of `limit` in `unit`; `consequence` says what happens there.
    public record LimitRow(String name, double used, double limit, String unit, String consequence) {}

    /// One refusal: which check, what was asked, which number exceeded which.
    public record DenialRow(long atMs, Symbol symbol, String check, String text) {}

    /// @param source          `generated`, `candles`, or the exchange that a sidecar collects from
    /// @param lastMessageMs   wall time of the last bar taken in; of a market in real time, when it closed
    /// @param roundsDone      main bars taken in since the start of the feed, warming ones too
    /// @param roundsTotal     all main bars of a replay; empty for an endless feed
    /// @param roundsPerSecond measured over the last second
    /// @param wantedSpeed     rounds a second a replay is held to, 0 paused, infinity unheld; empty for a
    ///                        live market
    /// @param staleAfterMs    older than this the last bar should not become
    public record FeedStatus(
            String source,
            String state,
            long lastMessageMs,
            long roundsDone,
            OptionalDouble roundsTotal,
            double roundsPerSecond,
            OptionalDouble wantedSpeed,
            long staleAfterMs) {}

    public record LedgerStatus(long sequence, long lastWriteMs, String path) {}

    public record EquityPoint(long timeMs, double value) {}
}
