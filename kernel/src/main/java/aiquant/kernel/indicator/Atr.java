package aiquant.kernel.indicator;

/// Wilder's average true range: how far price usually travels in one candle.
///
/// The first `length` bars give the running mean of their true ranges; later ones are smoothed by 1/length. Quote
/// currency. Bars with a value that is no number change nothing. Not thread-safe.
/// Source: J. Welles Wilder, New Concepts in Technical Trading Systems (1978).
public final class Atr {
    private final int length;
    private int bars;
    private double sum;
    private double prevClose;
    private double value;

    /// @param length in bars; 0 makes the range constantly 0
    public Atr(int length) {
        this.length = length;
    }

    public double update(double high, double low, double close) {
        if (length == 0 || !isFinite(high, low, close)) {
            return value;
        }
        double range = bars == 0 ? high - low : trueRange(high, low, prevClose);
        bars++;
        if (bars <= length) {
            sum += range;
            value = sum / bars;
        } else {
            value = (value * (length - 1.0) + range) / length;
        }
        prevClose = close;
        return value;
    }

    /// Each by itself: the sum of three large numbers need not be one.
    static boolean isFinite(double high, double low, double close) {
        return Double.isFinite(high) && Double.isFinite(low) && Double.isFinite(close);
    }

    /// Of finite prices.
    static double trueRange(double high, double low, double prevClose) {
        return Math.max(Math.max(high - low, Math.abs(high - prevClose)), Math.abs(low - prevClose));
    }
}
