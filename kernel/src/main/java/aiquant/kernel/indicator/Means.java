package aiquant.kernel.indicator;

/// The simple moving average of a whole series at once: the values [Sma] gives bar by bar, to the last bit.
///
/// Every sum runs from the oldest to the newest value, as [Window] does it. Each addition waits for the one before, so
/// eight neighbouring sums are taken side by side: they keep the processor's adders busy where one would leave them
/// idle.
public final class Means {

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
        sums(in, full - length + 1, to - full, length, out, full);
        for (int i = full; i < to; i++) {
            out[i] = out[i] / length;
        }
    }

    /// `sums[at + k]` becomes the sum of `in[first + k]` and the `length − 1` values after it, for each k below `n`.
    static void sums(double[] in, int first, int n, int length, double[] sums, int at) {
        int k = 0;
        for (; k + 7 < n; k += 8) {
            eight(in, first + k, length, sums, at + k);
        }
        for (; k < n; k++) {
            double sum = 0.0;
            for (int i = first + k; i < first + k + length; i++) {
                sum += in[i];
            }
            sums[at + k] = sum;
        }
    }

    private static void eight(double[] in, int first, int length, double[] sums, int at) {
        double a = 0.0;
        double b = 0.0;
        double c = 0.0;
        double d = 0.0;
        double e = 0.0;
        double f = 0.0;
        double g = 0.0;
        double h = 0.0;
        for (int i = first; i < first + length; i++) {
            a += in[i];
            b += in[i + 1];
            c += in[i + 2];
            d += in[i + 3];
            e += in[i + 4];
            f += in[i + 5];
            g += in[i + 6];
            h += in[i + 7];
        }
        sums[at] = a;
        sums[at + 1] = b;
        sums[at + 2] = c;
        sums[at + 3] = d;
        sums[at + 4] = e;
        sums[at + 5] = f;
        sums[at + 6] = g;
        sums[at + 7] = h;
    }
}
