package aiquant.simulator.market;

import aiquant.kernel.market.CandleSeries;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// Candles from before the exchange opened its doors, in every interval that can be made of the given one.
public final class CandleHistory {
    /// A stored candle does not say how many prints it held.
    private static final long UNKNOWN_TRADES = 24;

    private CandleHistory() {}

    /// As the exchange serves them; the last one ends where trading begins.
    ///
    /// @throws IllegalArgumentException if the interval is no whole number of the series' candles
    public static List<VenueCandle> of(CandleSeries series, CandleInterval interval) {
        long step = series.interval().lengthMs();
        List<VenueCandle> candles = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            long openMs = interval.openMs(series.openTimeMs()[i]);
            long nextMs = interval.nextOpenMs(openMs);
            if ((nextMs - openMs) % step != 0) {
                throw new IllegalArgumentException(interval.text() + " is no multiple of " + series.interval());
            }
            VenueCandle one = candle(series, i, openMs, nextMs);
            VenueCandle last = candles.isEmpty() ? one : candles.getLast();
            if (candles.isEmpty() || last.openMs() != openMs) {
                candles.add(one);
            } else {
                candles.set(candles.size() - 1, joined(last, one));
            }
        }
        return candles;
    }

    private static VenueCandle candle(CandleSeries series, int i, long openMs, long nextMs) {
        return new VenueCandle(
                openMs,
                nextMs - 1,
                exact(series.open()[i]),
                exact(series.high()[i]),
                exact(series.low()[i]),
                exact(series.close()[i]),
                exact(series.volume()[i]),
                UNKNOWN_TRADES);
    }

    private static VenueCandle joined(VenueCandle first, VenueCandle next) {
        return new VenueCandle(
                first.openMs(),
                first.closeMs(),
                first.open(),
                first.high().max(next.high()),
                first.low().min(next.low()),
                next.close(),
                first.volume().add(next.volume()),
                first.trades() + next.trades());
    }

    private static BigDecimal exact(double value) {
        return BigDecimal.valueOf(value);
    }
}
