package aiquant.kernel.sweep;

import aiquant.kernel.statistics.Normal;
import java.util.Arrays;

/// A density from observations: one normal around each, one around the middle of the range, all of equal weight, cut to
/// the range.
///
/// A normal is as wide as the larger gap to its neighbours, held between the range over `min(100, 1 + n)` and the
/// range.
/// Source: Bergstra, Bardenet, Bengio, Kégl, Algorithms for Hyper-Parameter Optimization (2011).
final class Parzen {
    private static final int FINEST = 100;

    private Parzen() {}

    /// The share of the density at each level: between the midpoints to its neighbours, from `levels[0]` to the last.
    ///
    /// @param levels ascending, at least 2
    static double[] shares(double[] levels, double[] observations) {
        double lo = levels[0];
        double hi = levels[levels.length - 1];
        double[] means = Arrays.copyOf(observations, observations.length + 1);
        means[observations.length] = (lo + hi) / 2.0;
        Arrays.sort(means);
        double[] widths = widths(means, lo, hi);
        double[] shares = new double[levels.length];
        double sum = 0.0;
        for (int i = 0; i < means.length; i++) {
            double below = Normal.distribution((lo - means[i]) / widths[i]);
            for (int level = 0; level < levels.length; level++) {
                double edge = level + 1 < levels.length ? (levels[level] + levels[level + 1]) / 2.0 : hi;
                double until = Normal.distribution((edge - means[i]) / widths[i]);
                shares[level] += until - below;
                sum += until - below;
                below = until;
            }
        }
        for (int level = 0; level < levels.length; level++) {
            shares[level] /= sum;
        }
        return shares;
    }

    /// @param means ascending
    static double[] widths(double[] means, double lo, double hi) {
        int n = means.length;
        double range = hi - lo;
        double least = range / Math.min(FINEST, 1 + n);
        double[] widths = new double[n];
        for (int i = 0; i < n; i++) {
            double left = means[i] - (i == 0 ? lo : means[i - 1]);
            double right = (i + 1 == n ? hi : means[i + 1]) - means[i];
            double gap = Math.max(left, right);
            if (n > 1 && i == 0) {
                gap = right;
            } else if (n > 1 && i + 1 == n) {
                gap = left;
            }
            widths[i] = Math.min(range, Math.max(least, gap));
        }
        return widths;
    }
}
