package aiquant.sidecar;

import aiquant.exchange.wire.Bar;
import aiquant.kernel.market.Candle;
import aiquant.sidecar.store.Origin;
import aiquant.sidecar.store.StoredCandle;
import java.math.BigDecimal;

/// One state of one bar, checked: prices finite and above zero, the range holding open and close, on the grid.
record MarketBar(long openTimeMs, double open, double high, double low, double close, double volume, long trades) {

    /// @throws IllegalArgumentException if the bar is not one of the series or cannot be true
    static MarketBar of(SeriesKey key, Bar bar) {
        if (!bar.coin().equals(key.symbol().name())
                || !bar.interval().equals(key.interval().text())) {
            throw new IllegalArgumentException(key + ": a bar of " + bar.coin() + " " + bar.interval());
        }
        MarketBar checked = new MarketBar(
                bar.openTimeMs(),
                number(bar.open()),
                number(bar.high()),
                number(bar.low()),
                number(bar.close()),
                number(bar.volume()),
                bar.trades());
        long lengthMs = key.interval().lengthMs();
        boolean isOnGrid =
                Math.floorMod(bar.openTimeMs(), lengthMs) == 0 && bar.closeTimeMs() == bar.openTimeMs() + lengthMs - 1;
        if (!isOnGrid || bar.openTimeMs() < 0 || !checked.isPossible()) {
            throw new IllegalArgumentException(key + ": impossible bar " + bar);
        }
        return checked;
    }

    /// A bar without a trade.
    static MarketBar flat(long openTimeMs, double price) {
        return new MarketBar(openTimeMs, price, price, price, price, 0, 0);
    }

    static MarketBar of(StoredCandle row) {
        Candle candle = row.candle();
        return new MarketBar(
                candle.openTimeMs(),
                candle.open(),
                candle.high(),
                candle.low(),
                candle.close(),
                candle.volume(),
                row.trades());
    }

    private static double number(BigDecimal value) {
        return value.doubleValue();
    }

    private boolean isPossible() {
        return low > 0
                && high < Double.POSITIVE_INFINITY
                && low <= Math.min(open, close)
                && high >= Math.max(open, close)
                && volume >= 0
                && volume < Double.POSITIVE_INFINITY
                && trades >= 0;
    }

    boolean isEmpty() {
        return trades == 0 && volume == 0;
    }

    StoredCandle stored(SeriesKey key, boolean isClosed, Origin origin, long receivedMs) {
        Candle candle = new Candle(key.symbol(), key.interval(), openTimeMs, open, high, low, close, volume);
        return new StoredCandle(candle, trades, isClosed, origin, receivedMs);
    }
}
