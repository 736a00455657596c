package aiquant.kernel.backtest;

/// Names one indicator series over all rows of a market: what it is and its lengths in bars; unused lengths are 0.
public record SeriesKey(Kind kind, int a, int b, int c) {

    public enum Kind {
        EMA,
        ADX,
        ATR,
        /// ATR of length `a`, averaged over `b`.
        ATR_AVERAGE,
        RSI,
        /// StochRSI's K of RSI length `a`, range `b`, smoothing `c`.
        STOCHASTIC_K,
        MACD,
        BAND_WIDTH,
        /// Band width of length `a` over its own average of length `b`.
        BAND_WIDTH_RATIO,
        VOLUME_AVERAGE,
        /// Percent of symbols with EMA `a` above EMA `b`, per bar of the timeline instead of per row.
        BREADTH
    }

    SeriesKey(Kind kind, int a) {
        this(kind, a, 0, 0);
    }

    SeriesKey(Kind kind, int a, int b) {
        this(kind, a, b, 0);
    }
}
