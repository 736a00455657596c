package aiquant.engine.research;

import java.util.Arrays;
import java.util.List;

/// One parameter of a sweep over the rows that are plotted.
///
/// @param values    the distinct values, ascending
/// @param at        by row, the index of its value
/// @param influence share of the profit's variance that this parameter alone explains, 0 to 1
record PlotAxis(String path, double[] values, int[] at, double influence) {

    private static final int MOST_CELLS = 24;
    private static final int BINS = 16;

    static PlotAxis of(String path, List<SweepRow> rows) {
        double[] column = rows.stream().mapToDouble(row -> value(row, path)).toArray();
        double[] values = Arrays.stream(column).distinct().sorted().toArray();
        int[] at = Arrays.stream(column)
                .mapToInt(value -> Arrays.binarySearch(values, value))
                .toArray();
        PlotAxis axis = new PlotAxis(path, values, at, 0);
        return new PlotAxis(path, values, at, axis.explained(rows));
    }

    private static double value(SweepRow row, String path) {
        Double value = row.overrides().get(path);
        if (value == null) {
            throw new IllegalArgumentException("row " + row.index() + " has no value for " + path);
        }
        return value + 0.0;
    }

    double value(int row) {
        return values[at[row]];
    }

    double least() {
        return values[0];
    }

    double greatest() {
        return values[values.length - 1];
    }

    /// Where a row lies between the least (0) and the greatest value (1).
    double position(int row) {
        return (value(row) - least()) / (greatest() - least());
    }

    /// How many cells of a heat map this parameter has: its values, or ranges of equal width when they are too many.
    int cells() {
        return values.length <= MOST_CELLS ? values.length : BINS;
    }

    int cell(int row) {
        return values.length <= MOST_CELLS ? at[row] : Math.min(BINS - 1, (int) (position(row) * BINS));
    }

    String cellLabel(int cell) {
        if (values.length <= MOST_CELLS) {
            return Figures.plain(values[cell]);
        }
        double width = (greatest() - least()) / BINS;
        return Figures.short3(least() + cell * width) + "–" + Figures.short3(least() + (cell + 1) * width);
    }

    /// The last word of the path.
    String name() {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /// Between-group share of the variance, corrected for the number of groups (epsilon squared).
    private double explained(List<SweepRow> rows) {
        int n = rows.size();
        int groups = cells();
        double[] sums = new double[groups];
        int[] counts = new int[groups];
        double sum = 0;
        for (int row = 0; row < n; row++) {
            sums[cell(row)] += rows.get(row).totalPnl();
            counts[cell(row)]++;
            sum += rows.get(row).totalPnl();
        }
        double mean = sum / n;
        double within = 0;
        double total = 0;
        for (int row = 0; row < n; row++) {
            double pnl = rows.get(row).totalPnl();
            within += square(pnl - sums[cell(row)] / counts[cell(row)]);
            total += square(pnl - mean);
        }
        int used = (int) Arrays.stream(counts).filter(count -> count > 0).count();
        if (total == 0 || n <= used) {
            return 0;
        }
        return Math.max(0, 1 - within / (n - used) / (total / (n - 1)));
    }

    private static double square(double value) {
        return value * value;
    }
}
