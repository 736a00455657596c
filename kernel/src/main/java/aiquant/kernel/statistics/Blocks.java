package aiquant.kernel.statistics;

import aiquant.kernel.statistics.BacktestOverfitting.Measure;

/// Sums of consecutive blocks of rows, so that any choice of blocks is measured without its rows.
///
/// Sums are kept about each column's mean, which keeps small spreads exact.
///
/// @param sums    by block and column, of the distance to the column's mean
/// @param squares likewise, of its square
record Blocks(int[] sizes, double[] means, double[][] sums, double[][] squares) {

    private static final double NO_SPREAD = 1e-12;

    static Blocks of(double[][] rows, int blocks) {
        double[] means = means(rows);
        int[] sizes = new int[blocks];
        double[][] sums = new double[blocks][means.length];
        double[][] squares = new double[blocks][means.length];
        for (int block = 0; block < blocks; block++) {
            int from = (int) ((long) block * rows.length / blocks);
            int to = (int) ((block + 1L) * rows.length / blocks);
            sizes[block] = to - from;
            for (int row = from; row < to; row++) {
                for (int column = 0; column < means.length; column++) {
                    double distance = rows[row][column] - means[column];
                    sums[block][column] += distance;
                    squares[block][column] += distance * distance;
                }
            }
        }
        return new Blocks(sizes, means, sums, squares);
    }

    private static double[] means(double[][] rows) {
        double[] means = new double[rows[0].length];
        for (double[] row : rows) {
            for (int column = 0; column < means.length; column++) {
                means[column] += row[column] / rows.length;
            }
        }
        return means;
    }

    /// Measures every column over the blocks whose bits are set in `chosen`.
    void measure(int chosen, Measure measure, double[] into) {
        int rows = 0;
        for (int block = 0; block < sizes.length; block++) {
            rows += isIn(chosen, block) ? sizes[block] : 0;
        }
        for (int column = 0; column < means.length; column++) {
            double sum = 0.0;
            double square = 0.0;
            for (int block = 0; block < sizes.length; block++) {
                if (isIn(chosen, block)) {
                    sum += sums[block][column];
                    square += squares[block][column];
                }
            }
            double offset = sum / rows;
            double mean = means[column] + offset;
            into[column] = measure == Measure.MEAN ? mean : sharpe(mean, square / rows - offset * offset);
        }
    }

    private static boolean isIn(int chosen, int block) {
        return (chosen >>> block & 1) == 1;
    }

    private static double sharpe(double mean, double variance) {
        double deviation = Math.sqrt(Math.max(variance, 0.0));
        return deviation < NO_SPREAD ? 0.0 : mean / deviation;
    }
}
