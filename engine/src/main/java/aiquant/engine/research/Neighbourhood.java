package aiquant.engine.research;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The best row of a sweep against those beside it: a strategy that works only at one exact setting works by luck.
///
/// Neighbours differ from the best in one parameter by one step. Where the sweep has fewer than two of those, as random
/// and TPE trials do, the ten nearest rows take their place; distance is the sum over the parameters of the difference
/// as a part of the parameter's range.
///
/// @param isExact    whether the neighbours are one step away
/// @param parameters how many vary in the sweep
/// @param typical    the median profit of all rows
record Neighbourhood(SweepRow best, List<Neighbour> neighbours, boolean isExact, int parameters, double typical) {

    private static final int NEAREST = 10;
    private static final double FAR = 0.1;

    /// @param axis     the parameter that differs; empty for a nearest row
    /// @param isHigher whether its value is higher than the best row's
    record Neighbour(String axis, double value, boolean isHigher, SweepRow row, double distance) {}

    /// @throws java.util.NoSuchElementException if there are no rows
    static Neighbourhood of(PlotRows plot) {
        List<Neighbour> exact = new ArrayList<>();
        for (int row = 1; row < plot.rows().size(); row++) {
            PlotAxis step = onlyStep(plot, row);
            if (step != null) {
                boolean isHigher = step.at()[row] > step.at()[0];
                exact.add(new Neighbour(
                        step.path(), step.value(row), isHigher, plot.rows().get(row), distance(plot, row)));
            }
        }
        return exact.size() >= 2
                ? new Neighbourhood(plot.best(), exact, true, plot.axes().size(), plot.median())
                : new Neighbourhood(
                        plot.best(), nearest(plot), false, plot.axes().size(), plot.median());
    }

    /// The one parameter in which a row is one step away from the best; null when it is another kind of row.
    private static @Nullable PlotAxis onlyStep(PlotRows plot, int row) {
        PlotAxis only = null;
        for (PlotAxis axis : plot.axes()) {
            int step = Math.abs(axis.at()[row] - axis.at()[0]);
            if (step > 1 || (step == 1 && only != null)) {
                return null;
            }
            only = step == 1 ? axis : only;
        }
        return only;
    }

    private static List<Neighbour> nearest(PlotRows plot) {
        List<Neighbour> all = new ArrayList<>();
        for (int row = 1; row < plot.rows().size(); row++) {
            all.add(new Neighbour("", 0, false, plot.rows().get(row), distance(plot, row)));
        }
        return all.stream()
                .sorted(Comparator.comparingDouble(Neighbour::distance)
                        .thenComparingLong(neighbour -> neighbour.row().index()))
                .limit(NEAREST)
                .toList();
    }

    private static double distance(PlotRows plot, int row) {
        double sum = 0;
        for (PlotAxis axis : plot.axes()) {
            sum += Math.abs(axis.position(row) - axis.position(0));
        }
        return sum;
    }

    /// The middle profit of the neighbours; NaN when there are none.
    double median() {
        double[] sorted = neighbours.stream()
                .mapToDouble(neighbour -> neighbour.row().totalPnl())
                .sorted()
                .toArray();
        int n = sorted.length;
        return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }

    /// How far away the neighbours are on average, per parameter, as a part of its range.
    private double separation() {
        double sum = neighbours.stream().mapToDouble(Neighbour::distance).sum();
        return sum / neighbours.size() / parameters;
    }

    /// What the neighbours keep of the best row's profit, and what that makes of it, in words.
    ///
    /// A lonely peak is one whose neighbours keep little and are hardly better than any row of the sweep.
    String verdict() {
        if (neighbours.isEmpty()) {
            return "There is nothing beside it to compare with.";
        }
        if (best.totalPnl() <= 0) {
            return "Even the best row lost.";
        }
        if (!isExact && separation() > FAR) {
            return "Even the nearest rows differ by %s of each parameter's range, so they say little about it."
                    .formatted(Figures.percent(separation()));
        }
        double kept = median() / best.totalPnl();
        String share = kept <= 0 ? "nothing" : Figures.percent(kept);
        return "The neighbours keep " + share + " of the best row's profit: " + shape(kept) + ".";
    }

    private String shape(double kept) {
        if (kept >= 0.7) {
            return "a plateau";
        }
        if (kept >= 0.3) {
            return "a slope; take the setting with care";
        }
        boolean isLikeAnyRow = best.totalPnl() - median() >= (best.totalPnl() - typical) / 2;
        return isLikeAnyRow
                ? "a lonely peak; luck is the likely reason"
                : "the edge of a better region; one step away it is gone";
    }
}
