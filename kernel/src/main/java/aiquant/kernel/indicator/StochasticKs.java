package aiquant.kernel.indicator;

/// StochRSI's K for a whole series at once: what [StochasticRsi] gives bar by bar, to the last bit.
///
/// The extremes over a range come from those over halves of it, so that each range needs a few comparisons, not one for
/// each of its bars. Unlike a sum, an extreme does not depend on the order.
public final class StochasticKs {

    /// Bars worked on together: small enough for the nearest cache.
    private static final int BLOCK = 512;

    private StochasticKs() {}

    /// Writes K to `out[from..to)`: where `rsi[from..to)` stands in its range over `length` bars, averaged over
    /// `smooth` bars; 0.5 until the range is known. RSI is always a number.
    public static void of(double[] rsi, int from, int to, int length, int smooth, double[] out) {
        int full = Math.min(to, from + length - 1);
        for (int i = from; i < full; i++) {
            out[i] = 0.5;
        }
        double[] raw = new double[to - from];
        int room = BLOCK + length;
        double[] least = new double[room];
        double[] greatest = new double[room];
        double[] shifted = new double[room];
        for (int i = full; i < to; i += BLOCK) {
            int n = Math.min(BLOCK, to - i);
            System.arraycopy(rsi, i - length + 1, least, 0, n + length - 1);
            System.arraycopy(rsi, i - length + 1, greatest, 0, n + length - 1);
            int width = 1;
            for (; width < length; width += Math.min(width, length - width)) {
                int step = Math.min(width, length - width);
                int kept = n + length - width - step;
                System.arraycopy(least, step, shifted, 0, kept);
                lower(least, shifted, kept);
                System.arraycopy(greatest, step, shifted, 0, kept);
                raise(greatest, shifted, kept);
            }
            for (int k = 0; k < n; k++) {
                double range = greatest[k] - least[k];
                raw[i - from + k] = greatest[k] == least[k] ? 0.5 : (rsi[i + k] - least[k]) / range;
            }
        }
        double[] smoothed = new double[to - from];
        Means.of(raw, full - from, to - from, smooth, smoothed);
        System.arraycopy(smoothed, full - from, out, full, to - full);
    }

    private static void lower(double[] least, double[] values, int n) {
        for (int k = 0; k < n; k++) {
            least[k] = Math.min(least[k], values[k]);
        }
    }

    private static void raise(double[] greatest, double[] values, int n) {
        for (int k = 0; k < n; k++) {
            greatest[k] = Math.max(greatest[k], values[k]);
        }
    }
}
