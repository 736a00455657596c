package aiquant.kernel.indicator;

/// Exponential moving average, started at the first value, with no warm-up suppressed. Not thread-safe.
public final class Ema {
    private final double alpha;
    private double value;
    private boolean isStarted;

    /// @param length in bars; 0 behaves as 1
    public Ema(int length) {
        alpha = 2.0 / (Math.max(length, 1) + 1.0);
    }

    public double update(double price) {
        value = isStarted ? alpha * price + (1.0 - alpha) * value : price;
        isStarted = true;
        return value;
    }
}
