package aiquant.kernel.indicator;

/// Simple moving average over what is present, also before the window is full. Not thread-safe.
public final class Sma {
    private final Window window;

    /// @param length in bars, at least 1
    public Sma(int length) {
        window = new Window(length);
    }

    public double update(double value) {
        window.push(value);
        return window.mean();
    }
}
