package aiquant.sidecar.store;

import aiquant.kernel.market.Interval;
import java.util.List;
import java.util.Optional;

/// Which candles to read, and from where.
///
/// @param arguments each a database, a CSV file (gzip or not), a folder of either, or several separated by commas
/// @param symbol one symbol in its exact name or else ignoring case; empty takes every symbol
/// @param fromMs first open time wanted, epoch milliseconds
/// @param toMs last open time wanted, included
public record CandleQuery(List<String> arguments, Interval interval, Optional<String> symbol, long fromMs, long toMs) {

    public CandleQuery {
        arguments = List.copyOf(arguments);
        if (fromMs > toMs) {
            throw new IllegalArgumentException(
                    "candles from " + fromMs + " to " + toMs + ": the end is before the start");
        }
    }

    /// Every candle of the interval.
    public static CandleQuery of(List<String> arguments, Interval interval) {
        return new CandleQuery(arguments, interval, Optional.empty(), Long.MIN_VALUE, Long.MAX_VALUE);
    }

    public CandleQuery only(String name) {
        return new CandleQuery(arguments, interval, Optional.of(name), fromMs, toMs);
    }

    public CandleQuery between(long from, long to) {
        return new CandleQuery(arguments, interval, symbol, from, to);
    }
}
