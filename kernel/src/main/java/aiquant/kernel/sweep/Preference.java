package aiquant.kernel.sweep;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// A table from which the best of several draws is looked up at once.
///
/// Drawing C candidates from the good density and taking the one with the largest ratio of good to bad is the same as
/// ordering the levels by that ratio and drawing once from the distribution of the maximum, which is the C-th power of
/// the cumulative share. Levels of equal ratio share a place and are told apart by a second draw.
final class Preference {
    private final double[] levels;
    private final int[] order;
    private final int[] groupEnd;
    private final double[] shareEnd;
    private final double[] groupMaximum;

    /// @param good share of each level in the good density, adding up to 1; `bad` likewise
    Preference(double[] levels, double[] good, double[] bad, int candidates) {
        this.levels = levels.clone();
        double[] ratio = new double[levels.length];
        Arrays.setAll(
                ratio,
                i -> good[i] > 0.0
                        ? StrictMath.log(good[i]) - StrictMath.log(Math.max(bad[i], Double.MIN_NORMAL))
                        : Double.NEGATIVE_INFINITY);
        order = IntStream.range(0, levels.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> ratio[i]).thenComparingInt(i -> i))
                .mapToInt(Integer::intValue)
                .toArray();
        shareEnd = new double[levels.length];
        groupEnd = new int[levels.length];
        groupMaximum = new double[levels.length];
        double sum = 0.0;
        for (int i = 0; i < order.length; i++) {
            sum += good[order[i]];
            shareEnd[i] = sum;
        }
        int end = order.length - 1;
        for (int i = end; i >= 0; i--) {
            if (i < end && ratio[order[i]] != ratio[order[i + 1]]) {
                end = i;
            }
            groupEnd[i] = end;
            groupMaximum[i] = power(shareEnd[end] / sum, candidates);
        }
    }

    private static double power(double base, int exponent) {
        double power = 1.0;
        for (int i = 0; i < exponent; i++) {
            power *= base;
        }
        return power;
    }

    /// @param group and `inside` in [0, 1)
    double draw(double group, double inside) {
        int first = firstAbove(groupMaximum, group);
        int last = groupEnd[first];
        while (first > 0 && groupEnd[first - 1] == last) {
            first--;
        }
        double from = first == 0 ? 0.0 : shareEnd[first - 1];
        double at = from + inside * (shareEnd[last] - from);
        int place = first;
        while (place < last && shareEnd[place] <= at) {
            place++;
        }
        return levels[order[place]];
    }

    private static int firstAbove(double[] ascending, double value) {
        int lo = 0;
        int hi = ascending.length - 1;
        while (lo < hi) {
            int middle = (lo + hi) >>> 1;
            if (ascending[middle] > value) {
                hi = middle;
            } else {
                lo = middle + 1;
            }
        }
        return lo;
    }
}
