package aiquant.engine.shadow;

import aiquant.kernel.backtest.ReasonCode;
import aiquant.kernel.backtest.TradeRecord;
import aiquant.kernel.market.Symbol;
import java.time.Instant;

/// One trade as far as two lists of trades can be compared.
///
/// @param timeMs open time of the bar that decided it
/// @param action `OPEN_LONG`, `REDUCE_SHORT`, …
/// @param text the reason in words
public record TradeLine(
        long timeMs, Symbol symbol, String action, ReasonCode reason, String text, double price, double size) {

    public static TradeLine of(TradeRecord trade) {
        return new TradeLine(
                trade.timeMs(),
                trade.symbol(),
                trade.action(),
                trade.reasonCode(),
                trade.reason(),
                trade.price(),
                trade.size());
    }

    /// Whether both are the same decision: of one bar and symbol, to the same side, for the same kind of reason.
    boolean decidesAs(TradeLine other) {
        return timeMs == other.timeMs
                && symbol.equals(other.symbol)
                && action.equals(other.action)
                && reason == other.reason;
    }

    @Override
    public String toString() {
        return Instant.ofEpochMilli(timeMs) + " " + symbol + " " + action + " (" + text + ") " + size + " at " + price;
    }
}
