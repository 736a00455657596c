package aiquant.kernel.market;

/// One closed bar of one symbol: what traded between `openTimeMs` (included) and `openTimeMs` + interval (excluded).
///
/// Prices in quote currency, volume in base units, times in epoch milliseconds.
public record Candle(
        Symbol symbol,
        Interval interval,
        long openTimeMs,
        double open,
        double high,
        double low,
        double close,
        double volume) {

    public long closeTimeMs() {
        return openTimeMs + interval.lengthMs() - 1;
    }
}
