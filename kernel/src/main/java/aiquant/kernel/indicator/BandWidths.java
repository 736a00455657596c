package aiquant.kernel.indicator;

/// The relative width of Bollinger bands for a whole series at once: what [BollingerBands] gives bar by bar, divided by
/// the close, to the last bit.
public final class BandWidths {

    /// Bars worked on together: small enough for the nearest cache.
    private static final int BLOCK = 512;

    private BandWidths() {}

    /// Writes to `out[from..to)` the distance between the bands over the last `length` closes as a fraction of the
    /// close; 0 where the close is not positive.
    public static void of(double[] close, int from, int to, int length, double[] out) {
        if (!isFinite(close, from, to)) {
            oneByOne(close, from, to, length, out);
            return;
        }
        int full = Math.min(to, from + length - 1);
        for (int i = from; i < full; i++) {
            out[i] = 0.0;
        }
        double[] means = new double[BLOCK];
        double[] squares = new double[BLOCK];
        double[] prices = new double[BLOCK];
        for (int i = full; i < to; i += BLOCK) {
            int n = Math.min(BLOCK, to - i);
            int first = i - length + 1;
            Means.sums(close, first, n, length, means, 0);
            for (int k = 0; k < n; k++) {
                means[k] = means[k] / length;
            }
            squares(close, first, n, length, means, squares);
            System.arraycopy(close, i, prices, 0, n);
            divide(means, squares, length, prices, n);
            for (int k = 0; k < n; k++) {
                out[i + k] = close[i + k] > 0.0 ? squares[k] : 0.0;
            }
        }
    }

    /// `squares[k]` becomes the sum of the squared distances of `length` closes, from `first + k` on, from their mean;
    /// four at a time for the reason given at [Means].
    private static void squares(double[] close, int first, int n, int length, double[] means, double[] squares) {
        int k = 0;
        for (; k + 3 < n; k += 4) {
            four(close, first + k, length, means, squares, k);
        }
        for (; k < n; k++) {
            double sum = 0.0;
            for (int i = first + k; i < first + k + length; i++) {
                double distance = close[i] - means[k];
                sum += distance * distance;
            }
            squares[k] = sum;
        }
    }

    private static void four(double[] close, int first, int length, double[] means, double[] squares, int at) {
        double meanA = means[at];
        double meanB = means[at + 1];
        double meanC = means[at + 2];
        double meanD = means[at + 3];
        double a = 0.0;
        double b = 0.0;
        double c = 0.0;
        double d = 0.0;
        for (int i = first; i < first + length; i++) {
            double offA = close[i] - meanA;
            double offB = close[i + 1] - meanB;
            double offC = close[i + 2] - meanC;
            double offD = close[i + 3] - meanD;
            a += offA * offA;
            b += offB * offB;
            c += offC * offC;
            d += offD * offD;
        }
        squares[at] = a;
        squares[at + 1] = b;
        squares[at + 2] = c;
        squares[at + 3] = d;
    }

    /// Turns sums of squares into widths. All arrays are read and written at the same place, which lets the compiler
    /// take several at a time.
    private static void divide(double[] means, double[] squares, int length, double[] prices, int n) {
        for (int k = 0; k < n; k++) {
            double reach = BollingerBands.WIDTH * Math.sqrt(squares[k] / length);
            squares[k] = ((means[k] + reach) - (means[k] - reach)) / prices[k];
        }
    }

    private static boolean isFinite(double[] close, int from, int to) {
        boolean isFinite = true;
        for (int i = from; i < to; i++) {
            isFinite &= Double.isFinite(close[i]);
        }
        return isFinite;
    }

    private static void oneByOne(double[] close, int from, int to, int length, double[] out) {
        BollingerBands bands = new BollingerBands(length);
        for (int i = from; i < to; i++) {
            bands.update(close[i]);
            out[i] = close[i] > 0.0 ? (bands.upper() - bands.lower()) / close[i] : 0.0;
        }
    }
}
