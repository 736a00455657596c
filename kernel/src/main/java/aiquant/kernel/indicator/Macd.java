package aiquant.kernel.indicator;

/// The histogram of moving average convergence/divergence with its customary lengths 12, 26 and 9. Not thread-safe.
/// Source: Gerald Appel, Technical Analysis (2005).
public final class Macd {
    private final Ema fast = new Ema(12);
    private final Ema slow = new Ema(26);
    private final Ema signal = new Ema(9);

    public double update(double close) {
        double line = fast.update(close) - slow.update(close);
        return line - signal.update(line);
    }
}
