package aiquant.engine.research;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/// The rows of a sweep, best first, and its parameters, most telling first.
///
/// @param axes      the parameters with more than one value
/// @param constants the paths of the others
record PlotRows(List<SweepRow> rows, List<PlotAxis> axes, List<String> constants) {

    /// Rows whose profit is no number count as the worst and are left out.
    static PlotRows of(List<SweepRow> given) {
        List<SweepRow> rows = given.stream()
                .filter(row -> Double.isFinite(row.totalPnl()))
                .sorted(Comparator.comparingDouble(SweepRow::totalPnl)
                        .reversed()
                        .thenComparingLong(SweepRow::index))
                .toList();
        if (rows.isEmpty()) {
            return new PlotRows(rows, List.of(), List.of());
        }
        List<PlotAxis> all = new TreeSet<>(rows.getFirst().overrides().keySet())
                .stream().map(path -> PlotAxis.of(path, rows)).toList();
        List<PlotAxis> varied = all.stream()
                .filter(axis -> axis.values().length > 1)
                .sorted(Comparator.comparingDouble(PlotAxis::influence)
                        .reversed()
                        .thenComparing(PlotAxis::path))
                .toList();
        List<String> constants = all.stream()
                .filter(axis -> axis.values().length == 1)
                .map(axis -> axis.path() + " = " + Figures.plain(axis.least()))
                .toList();
        return new PlotRows(rows, varied, constants);
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    SweepRow best() {
        return rows.getFirst();
    }

    /// The profit that as many rows exceed as fall short of.
    double median() {
        int n = rows.size();
        return (rows.get((n - 1) / 2).totalPnl() + rows.get(n / 2).totalPnl()) / 2;
    }
}
