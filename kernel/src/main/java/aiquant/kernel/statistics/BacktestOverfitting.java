package aiquant.kernel.statistics;

import java.util.Arrays;

/// How often the best trial of one half of the time is a poor one in the other half.
///
/// Combinatorially symmetric cross-validation: the rows are cut into blocks; every choice of half of them is once the
/// sample in which the best trial is picked, and the rest is where it is ranked. Choosing among
/// trials that do not differ gives about 1/2, a choice that means something gives less.
/// Source: D. Bailey, J. Borwein, M. López de Prado and Q. Zhu, The Probability of Backtest Overfitting (2015).
///
/// @param probability       share of the splits in which the pick ranks at or below the median outside its sample
/// @param probabilityOfLoss share of the splits in which the pick loses outside its sample
/// @param medianLogit       of the pick's relative rank outside its sample; positive is good
public record BacktestOverfitting(
        double probability,
        double probabilityOfLoss,
        double medianLogit,
        int splits,
        int trials,
        int rows,
        int blocks) {

    private static final int MOST_BLOCKS = 20;

    /// What makes a trial the best.
    public enum Measure {
        SHARPE,
        MEAN
    }

    /// @param returns one row per period, one column per trial; sizes of blocks differ by one row at most
    /// @param blocks  even, at most 20; 16 is customary
    /// @throws IllegalArgumentException if there are fewer than two trials, fewer than two rows per block (one for
    ///     the mean), rows of different lengths or values that are not finite
    public static BacktestOverfitting of(double[][] returns, int blocks, Measure measure) {
        check(returns, blocks, measure);
        Blocks cut = Blocks.of(returns, blocks);
        int half = blocks / 2;
        int all = (1 << blocks) - 1;
        double[] logits = new double[1 << blocks];
        int splits = 0;
        int low = 0;
        int losing = 0;
        double[] inside = new double[returns[0].length];
        double[] outside = new double[returns[0].length];
        for (int chosen = 0; chosen <= all; chosen++) {
            if (Integer.bitCount(chosen) != half) {
                continue;
            }
            cut.measure(chosen, measure, inside);
            cut.measure(all & ~chosen, measure, outside);
            int pick = best(inside);
            double rank = rank(outside, pick) / (outside.length + 1.0);
            double logit = StrictMath.log(rank / (1.0 - rank));
            logits[splits++] = logit;
            low += logit <= 0.0 ? 1 : 0;
            losing += outside[pick] < 0.0 ? 1 : 0;
        }
        return new BacktestOverfitting(
                (double) low / splits,
                (double) losing / splits,
                median(Arrays.copyOf(logits, splits)),
                splits,
                returns[0].length,
                returns.length,
                blocks);
    }

    private static void check(double[][] returns, int blocks, Measure measure) {
        if (blocks < 2 || blocks > MOST_BLOCKS || blocks % 2 != 0) {
            throw new IllegalArgumentException("blocks must be even, 2 to " + MOST_BLOCKS + ": " + blocks);
        }
        int least = measure == Measure.SHARPE ? 2 * blocks : blocks;
        if (returns.length < least) {
            throw new IllegalArgumentException(blocks + " blocks need at least " + least + " rows: " + returns.length);
        }
        int trials = returns[0].length;
        if (trials < 2) {
            throw new IllegalArgumentException("overfitting needs at least 2 trials to choose from: " + trials);
        }
        for (double[] row : returns) {
            if (row.length != trials) {
                throw new IllegalArgumentException("rows of " + trials + " and of " + row.length + " trials");
            }
            for (double value : row) {
                if (!Double.isFinite(value)) {
                    throw new IllegalArgumentException("not a finite number: " + value);
                }
            }
        }
    }

    /// The first of the highest.
    private static int best(double[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            best = values[i] > values[best] ? i : best;
        }
        return best;
    }

    /// 1 for the lowest; equals share the middle of their ranks.
    private static double rank(double[] values, int which) {
        int lower = 0;
        int equal = 0;
        for (double value : values) {
            lower += value < values[which] ? 1 : 0;
            equal += value == values[which] ? 1 : 0;
        }
        return lower + (equal + 1) / 2.0;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2.0;
    }
}
