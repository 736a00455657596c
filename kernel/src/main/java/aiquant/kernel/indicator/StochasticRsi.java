package aiquant.kernel.indicator;

/// Where RSI stands inside its own recent range, 0 to 1, smoothed twice; 0.5 until the range is known.
///
/// Not thread-safe.
/// Source: Tushar Chande and Stanley Kroll, The New Technical Trader (1994).
public final class StochasticRsi {
    private final Window range;
    private final Sma smoothK;
    private final Sma smoothD;
    private double k = 0.5;
    private double d = 0.5;

    /// @param length of the range, `smooth1` of K and `smooth2` of D, in bars, each at least 1
    public StochasticRsi(int length, int smooth1, int smooth2) {
        range = new Window(length);
        smoothK = new Sma(smooth1);
        smoothD = new Sma(smooth2);
    }

    public void update(double rsi) {
        range.push(rsi);
        if (!range.isFull()) {
            return;
        }
        double least = range.min();
        double greatest = range.max();
        double raw = greatest == least ? 0.5 : (rsi - least) / (greatest - least);
        k = smoothK.update(raw);
        d = smoothD.update(k);
    }

    public double k() {
        return k;
    }

    public double d() {
        return d;
    }
}
