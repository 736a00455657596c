package aiquant.kernel.indicator;

/// StochRSI's K for a whole series at once: what [StochasticRsi] gives bar by bar, to the last bit.
public final class StochasticKs {

    private StochasticKs() {}

    /// Writes K to `out[from..to)`: where `rsi[from..to)` stands in its range over `length` bars, averaged over
    /// `smooth` bars; 0.5 until the range is known. RSI is always a number.
    public static void of(double[] rsi, int from, int to, int length, int smooth, double[] out) {
        int full = Math.min(to, from + length - 1);
        for (int i = from; i < full; i++) {
            out[i] = 0.5;
        }
        double[] raw = new double[to - from];
        double[] least = new double[Means.BLOCK];
        double[] greatest = new double[Means.BLOCK];
        double[] shifted = new double[Means.BLOCK];
        for (int i = full; i < to; i += Means.BLOCK) {
            int n = Math.min(Means.BLOCK, to - i);
            int first = i - length + 1;
            System.arraycopy(rsi, first, least, 0, n);
            System.arraycopy(rsi, first, greatest, 0, n);
            for (int j = 1; j < length; j++) {
                System.arraycopy(rsi, first + j, shifted, 0, n);
                stretch(shifted, n, least, greatest);
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

    private static void stretch(double[] values, int n, double[] least, double[] greatest) {
        for (int k = 0; k < n; k++) {
            least[k] = Math.min(least[k], values[k]);
        }
        for (int k = 0; k < n; k++) {
            greatest[k] = Math.max(greatest[k], values[k]);
        }
    }
}
