package aiquant.sidecar.store;

import aiquant.kernel.market.Candle;

/// A candle with what the database remembers about it.
///
/// @param trades number of trades, 0 if unknown
/// @param isClosed false while the bar can still change
/// @param receivedMs when it reached us, epoch milliseconds
public record StoredCandle(Candle candle, long trades, boolean isClosed, Origin origin, long receivedMs) {

    public StoredCandle {
        if (trades < 0) {
            throw new IllegalArgumentException("trades must not be negative: " + trades);
        }
    }
}
