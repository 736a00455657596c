package aiquant.kernel.indicator;

/// The simple moving average of a whole series at once: the values [Sma] gives bar by bar, to the last bit.
///
/// Every sum runs from the oldest to the newest value, as [Window] does it; only that many bars are summed side by
/// side, so that the processor adds several at a time.
public final class Means {
    /// Bars summed side by side: small enough for the nearest cache.
    static final int BLOCK = 512;

    private Means() {}

    /// Writes to `out[from..to)` the means over the last `length` values of `in[from..to)`, at its beginning over what
    /// is present.
    public static void of(double[] in, int from, int to, int length, double[] out) {
        int full = Math.min(to, from + length - 1);
        double sum = 0.0;
        for (int i = from; i < full; i++) {
            sum += in[i];
            out[i] = sum / (i - from + 1);
        }
        double[] sums = new double[BLOCK];
        for (int i = full; i < to; i += BLOCK) {
            int n = Math.min(BLOCK, to - i);
            sums(in, i - length + 1, n, length, sums);
            for (int k = 0; k < n; k++) {
                sums[k] = sums[k] / length;
            }
            System.arraycopy(sums, 0, out, i, n);
        }
    }

    /// `sums[k]` becomes the sum of `in[first + k]` and the `length − 1` values after it.
    static void sums(double[] in, int first, int n, int length, double[] sums) {
        for (int k = 0; k < n; k++) {
            sums[k] = 0.0 + in[first + k];
        }
        int j = 1;
        for (; j + 7 < length; j += 8) {
            addEight(in, first + j, n, sums);
        }
        for (; j < length; j++) {
            addOne(in, first + j, n, sums);
        }
    }

    private static void addOne(double[] in, int first, int n, double[] sums) {
        for (int k = 0; k < n; k++) {
            sums[k] += in[first + k];
        }
    }

    private static void addEight(double[] in, int first, int n, double[] sums) {
        for (int k = 0; k < n; k++) {
            int i = first + k;
            sums[k] =
                    sums[k] + in[i] + in[i + 1] + in[i + 2] + in[i + 3] + in[i + 4] + in[i + 5] + in[i + 6] + in[i + 7];
        }
    }
}
