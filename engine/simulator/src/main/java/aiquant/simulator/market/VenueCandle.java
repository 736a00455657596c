package aiquant.simulator.market;

import aiquant.kernel.market.Candle;
import java.math.BigDecimal;

/// A candle as the exchange serves it, exact.
///
/// @param closeMs the last millisecond that belongs to it
/// @param volume  in coins
/// @param trades  how many prints it holds
public record VenueCandle(
        long openMs,
        long closeMs,
        BigDecimal open,
        BigDecimal high,
        BigDecimal low,
        BigDecimal close,
        BigDecimal volume,
        long trades) {

    /// A candle of another source as the exchange would have served it.
    ///
    /// @param trades how many prints to say it holds
    public static VenueCandle of(Candle candle, long trades) {
        return new VenueCandle(
                candle.openTimeMs(),
                candle.closeTimeMs(),
                BigDecimal.valueOf(candle.open()),
                BigDecimal.valueOf(candle.high()),
                BigDecimal.valueOf(candle.low()),
                BigDecimal.valueOf(candle.close()),
                BigDecimal.valueOf(candle.volume()),
                trades);
    }

    static VenueCandle flat(long openMs, long nextOpenMs, BigDecimal price) {
        return new VenueCandle(openMs, nextOpenMs - 1, price, price, price, price, BigDecimal.ZERO, 0);
    }

    static VenueCandle first(long openMs, long nextOpenMs, BigDecimal price, BigDecimal size) {
        return new VenueCandle(openMs, nextOpenMs - 1, price, price, price, price, size, 1);
    }

    /// A flat candle has no prices of its own: its first print is its open.
    VenueCandle with(BigDecimal price, BigDecimal size) {
        if (trades == 0) {
            return new VenueCandle(openMs, closeMs, price, price, price, price, size, 1);
        }
        return new VenueCandle(
                openMs, closeMs, open, high.max(price), low.min(price), price, volume.add(size), trades + 1);
    }
}
