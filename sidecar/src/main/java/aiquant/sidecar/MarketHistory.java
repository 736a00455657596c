package aiquant.sidecar;

import aiquant.exchange.wire.Bar;
import aiquant.exchange.wire.FundingRow;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import java.util.List;

/// What the exchange tells about its past when asked. Calls block; they may come from several threads at once.
public interface MarketHistory {

    /// The candles that open between the times, both included, in any order. The newest may still be open; those
    /// without trades may be missing.
    List<Bar> candles(Symbol symbol, Interval interval, long fromMs, long toMs)
            throws HistoryException, InterruptedException;

    /// All funding rates of those times, however many pages they take.
    List<FundingRow> fundingRates(Symbol symbol, long fromMs, long toMs) throws HistoryException, InterruptedException;

    /// The symbols that are listed now, delisted ones left out.
    List<Symbol> universe() throws HistoryException, InterruptedException;
}
