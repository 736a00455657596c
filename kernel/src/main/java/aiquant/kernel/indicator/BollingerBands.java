package aiquant.kernel.indicator;

/// Mean of closes with bands two standard deviations away; the bands lie on the mean until the window is full.
///
/// Closes that are no number change nothing. Not thread-safe.
/// Source: John Bollinger, Bollinger on Bollinger Bands (2001).
public final class BollingerBands {
    static final double WIDTH = 2.0;

    private final Window window;
    private double upper;
    private double lower;

    /// @param length in bars, at least 1
    public BollingerBands(int length) {
        window = new Window(length);
    }

    public void update(double close) {
        if (!Double.isFinite(close)) {
            return;
        }
        window.push(close);
        double middle = window.mean();
        double reach = window.isFull() ? WIDTH * window.deviation() : 0.0;
        upper = middle + reach;
        lower = middle - reach;
    }

    public double upper() {
        return upper;
    }

    public double lower() {
        return lower;
    }
}
