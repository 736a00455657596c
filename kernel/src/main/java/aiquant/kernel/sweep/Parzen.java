package aiquant.kernel.sweep;

import aiquant.kernel.statistics.Normal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

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
    /// @param counts observations at each level
    static double[] shares(double[] levels, int[] counts) {
        double lo = levels[0];
        double hi = levels[levels.length - 1];
        TreeMap<Double, Integer> means = new TreeMap<>();
        for (int level = 0; level < levels.length; level++) {
            if (counts[level] > 0) {
                means.put(levels[level], counts[level]);
            }
        }
        means.merge((lo + hi) / 2.0, 1, Integer::sum);
        double[] shares = new double[levels.length];
        for (Component component : components(means, lo, hi)) {
            add(component, levels, shares);
        }
        double sum = Arrays.stream(shares).sum();
        return Arrays.stream(shares).map(share -> share / sum).toArray();
    }

    /// Some normals with the same mean and width.
    record Component(double mean, double width, int weight) {}

    /// The normals around the means. Of several at one place only the outer two have a gap to a neighbour.
    ///
    /// @param means how many normals each mean has
    static List<Component> components(SortedMap<Double, Integer> means, double lo, double hi) {
        int n = means.values().stream().mapToInt(Integer::intValue).sum();
        double[] places =
                means.keySet().stream().mapToDouble(Double::doubleValue).toArray();
        List<Component> components = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            int count = Optional.ofNullable(means.get(places[i])).orElse(0);
            boolean isFirst = i == 0;
            boolean isLast = i + 1 == places.length;
            double left = places[i] - (isFirst ? lo : places[i - 1]);
            double right = (isLast ? hi : places[i + 1]) - places[i];
            if (count == 1) {
                boolean isAlone = n == 1;
                double gap = isAlone ? Math.max(left, right) : isFirst ? right : isLast ? left : Math.max(left, right);
                components.add(new Component(places[i], width(gap, n, hi - lo), 1));
                continue;
            }
            components.add(new Component(places[i], width(isFirst ? 0.0 : left, n, hi - lo), 1));
            components.add(new Component(places[i], width(isLast ? 0.0 : right, n, hi - lo), 1));
            if (count > 2) {
                components.add(new Component(places[i], width(0.0, n, hi - lo), count - 2));
            }
        }
        return components;
    }

    private static double width(double gap, int n, double range) {
        return Math.min(range, Math.max(range / Math.min(FINEST, 1 + n), gap));
    }

    private static void add(Component one, double[] levels, double[] shares) {
        double below = (levels[0] - one.mean) / one.width;
        for (int level = 0; level < levels.length; level++) {
            double edge = level + 1 < levels.length ? (levels[level] + levels[level + 1]) / 2.0 : levels[level];
            double until = (edge - one.mean) / one.width;
            shares[level] += one.weight * mass(below, until);
            below = until;
        }
    }

    /// Of the standard normal, taken from the side on which little is lost to rounding.
    private static double mass(double from, double to) {
        return from > 0.0
                ? Normal.distribution(-from) - Normal.distribution(-to)
                : Normal.distribution(to) - Normal.distribution(from);
    }
}
