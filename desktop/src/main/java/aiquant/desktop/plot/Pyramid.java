package aiquant.desktop.plot;

import java.util.Arrays;

/// Minima and maxima of a series over blocks of 16, 64, 256, … values, so that any range is answered in a few steps.
///
/// The minimum is taken of `low`, the maximum of `high`; both may be the same column. NaN counts as no value. A changed
/// value costs one block per level. One thread; the answer of a query stands in [#min()] and [#max()].
final class Pyramid {

    private static final int FIRST_SHIFT = 4;
    private static final int NEXT_SHIFT = 2;
    private static final int LEVELS = 9;

    private final Column low;
    private final Column high;
    private final double[][] minima = new double[LEVELS][16];
    private final double[][] maxima = new double[LEVELS][16];
    private double min;
    private double max;

    Pyramid(Column low, Column high) {
        this.low = low;
        this.high = high;
    }

    /// Recomputes what depends on the values `from` (inclusive) to `to` (exclusive).
    void changed(int from, int to) {
        if (from >= to) {
            return;
        }
        for (int level = 0; level < LEVELS; level++) {
            int first = from >> shift(level);
            int last = (to - 1) >> shift(level);
            grow(level, last);
            for (int block = first; block <= last; block++) {
                compute(level, block);
            }
        }
    }

    /// Looks at the values `from` (inclusive) to `to` (exclusive).
    ///
    /// @return whether there was any value that is not NaN
    boolean query(int from, int to) {
        min = Double.POSITIVE_INFINITY;
        max = Double.NEGATIVE_INFINITY;
        int i = from;
        while (i < to) {
            int level = highestLevel(i, to);
            if (level < 0) {
                take(low.get(i), high.get(i));
                i++;
            } else {
                int block = i >> shift(level);
                take(minima[level][block], maxima[level][block]);
                i += 1 << shift(level);
            }
        }
        return min <= max;
    }

    double min() {
        return min;
    }

    double max() {
        return max;
    }

    /// The largest whole block that starts at `index` and ends before `to`; -1 if even the smallest does not fit.
    private static int highestLevel(int index, int to) {
        int level = -1;
        for (int next = 0; next < LEVELS; next++) {
            int length = 1 << shift(next);
            if ((index & (length - 1)) != 0 || index + length > to) {
                break;
            }
            level = next;
        }
        return level;
    }

    private static int shift(int level) {
        return FIRST_SHIFT + level * NEXT_SHIFT;
    }

    private void grow(int level, int block) {
        if (block >= minima[level].length) {
            int length = Math.max(block + 1, minima[level].length * 2);
            minima[level] = Arrays.copyOf(minima[level], length);
            maxima[level] = Arrays.copyOf(maxima[level], length);
        }
    }

    private void compute(int level, int block) {
        min = Double.POSITIVE_INFINITY;
        max = Double.NEGATIVE_INFINITY;
        if (level == 0) {
            int end = Math.min(low.size(), (block + 1) << FIRST_SHIFT);
            for (int i = block << FIRST_SHIFT; i < end; i++) {
                take(low.get(i), high.get(i));
            }
        } else {
            int below = level - 1;
            int end = Math.min(((low.size() - 1) >> shift(below)) + 1, (block + 1) << NEXT_SHIFT);
            for (int i = block << NEXT_SHIFT; i < end; i++) {
                take(minima[below][i], maxima[below][i]);
            }
        }
        minima[level][block] = min;
        maxima[level][block] = max;
    }

    private void take(double lowest, double highest) {
        if (lowest < min) {
            min = lowest;
        }
        if (highest > max) {
            max = highest;
        }
    }
}
