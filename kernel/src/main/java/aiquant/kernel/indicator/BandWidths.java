package aiquant.kernel.indicator;

/// The relative width of Bollinger bands for a whole series at once: what [BollingerBands] gives bar by bar, divided by
/// the close, to the last bit.
public final class BandWidths {

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
        double[] means = new double[Means.BLOCK];
        double[] squares = new double[Means.BLOCK];
        double[] shifted = new double[Means.BLOCK];
        for (int i = full; i < to; i += Means.BLOCK) {
            int n = Math.min(Means.BLOCK, to - i);
            int first = i - length + 1;
            Means.sums(close, first, n, length, means);
            for (int k = 0; k < n; k++) {
                means[k] = means[k] / length;
                squares[k] = 0.0;
            }
            for (int j = 0; j < length; j++) {
                System.arraycopy(close, first + j, shifted, 0, n);
                addSquares(shifted, n, means, squares);
            }
            System.arraycopy(close, i, shifted, 0, n);
            divide(means, squares, length, shifted, n);
            for (int k = 0; k < n; k++) {
                out[i + k] = close[i + k] > 0.0 ? squares[k] : 0.0;
            }
        }
    }

    /// Turns sums of squares into widths.
    private static void divide(double[] means, double[] squares, int length, double[] prices, int n) {
        for (int k = 0; k < n; k++) {
            double reach = BollingerBands.WIDTH * Math.sqrt(squares[k] / length);
            squares[k] = ((means[k] + reach) - (means[k] - reach)) / prices[k];
        }
    }

    /// All three run over the same places, which lets the compiler take several at a time.
    private static void addSquares(double[] values, int n, double[] means, double[] squares) {
        for (int k = 0; k < n; k++) {
            double distance = values[k] - means[k];
            squares[k] += distance * distance;
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
