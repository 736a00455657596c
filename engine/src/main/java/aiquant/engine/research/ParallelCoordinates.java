package aiquant.engine.research;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The best rows as lines across the parameters, in front of a sample of the others.
///
/// Where the coloured lines run together, the parameter matters and the value is shown; where they fan out, it does
/// not.
final class ParallelCoordinates {

    static final int MOST_AXES = 16;
    static final int TOP = 60;
    private static final int OTHERS = 120;

    private static final double WIDTH = 1_200;
    private static final double TALL = 316;
    private static final double LEFT = 52;
    private static final double RIGHT = WIDTH - 150;
    private static final int MOST_LABELS = 7;
    private static final double SPREAD = 5;
    private static final double LETTER_RISE = 3.6;

    private final PlotRows plot;
    private final List<PlotAxis> axes;
    private final int top;
    private final double high;
    private final double low;

    private ParallelCoordinates(PlotRows plot) {
        this.plot = plot;
        axes = plot.axes().subList(0, Math.min(MOST_AXES, plot.axes().size()));
        top = Math.min(TOP, Math.max(1, plot.rows().size() / 4));
        int longest = axes.stream().mapToInt(axis -> axis.name().length()).max().orElse(0);
        high = 34 + LETTER_RISE * Math.max(longest, "total_pnl, USD".length());
        low = high + TALL;
    }

    /// Needs at least one parameter that varies.
    static String of(PlotRows plot) {
        return new ParallelCoordinates(plot).draw();
    }

    private String draw() {
        Svg svg = new Svg(WIDTH, low + 26, "The best rows across the parameters");
        for (int row : others()) {
            svg.path("thread", "", line(row), title(row));
        }
        for (int row = top - 1; row >= 1; row--) {
            double share = top == 1 ? 1 : 1 - (double) row / top;
            svg.path("strand", String.format(Locale.ROOT, "--share:%.0f%%", share * 100), line(row), title(row));
        }
        svg.path("strand best", "", line(0), title(0));
        for (int i = 0; i < axes.size(); i++) {
            axis(svg, axes.get(i), x(i));
        }
        profitAxis(svg);
        return "<figure class=\"chart\">" + svg.markup() + "<figcaption>" + Html.escaped(caption())
                + "</figcaption></figure>";
    }

    private String caption() {
        String text = "Coloured: the best %s rows, the best of all thick. Grey: %s of the other rows."
                .formatted(Figures.count(top), Figures.count(others().size()));
        int hidden = plot.axes().size() - axes.size();
        return text + " Parameters by how much of the profit's variance each explains alone, largest first"
                + (hidden == 0
                        ? "."
                        : "; the last %d of %d are left out."
                                .formatted(hidden, plot.axes().size()));
    }

    private List<Integer> others() {
        int rest = plot.rows().size() - top;
        int shown = Math.min(OTHERS, rest);
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < shown; i++) {
            rows.add(top + (int) ((long) i * rest / shown));
        }
        return rows;
    }

    private String title(int row) {
        SweepRow trial = plot.rows().get(row);
        StringBuilder text =
                new StringBuilder("#" + trial.index() + ": " + Figures.signedUsd(trial.totalPnl()) + " USD");
        axes.forEach(
                axis -> text.append('\n').append(axis.path()).append(" = ").append(Figures.plain(axis.value(row))));
        return text.toString();
    }

    private String line(int row) {
        StringBuilder path = new StringBuilder();
        double shift = ((row * 37L) % 21 - 10) / 10.0 * SPREAD;
        for (int i = 0; i < axes.size(); i++) {
            point(path, x(i), y(axes.get(i).position(row)) + shift);
        }
        point(path, RIGHT, y(share(plot.rows().get(row).totalPnl())));
        return path.toString();
    }

    private static void point(StringBuilder path, double x, double y) {
        path.append(path.isEmpty() ? 'M' : 'L').append(String.format(Locale.ROOT, "%.1f %.1f", x, y));
    }

    private void axis(Svg svg, PlotAxis axis, double x) {
        svg.line("axis", x, high - SPREAD - 2, x, low + SPREAD + 2);
        svg.slanted("name", x - 4, high - 16, axis.name());
        double[] values = axis.values();
        double free = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < values.length; i++) {
            boolean isEnd = i == 0 || i == values.length - 1;
            double share = (values[i] - axis.least()) / (axis.greatest() - axis.least());
            boolean fits = values.length <= MOST_LABELS && share - free > 0.05 && (isEnd || share < 0.95);
            if (isEnd || fits) {
                svg.text("tick", "end", x - 7, y(share) + 4, label(values[i]));
                free = share;
            }
        }
    }

    private static String label(double value) {
        String exact = Figures.plain(value);
        return exact.length() <= 6 ? exact : Figures.short3(value);
    }

    private void profitAxis(Svg svg) {
        svg.line("axis", RIGHT, high - SPREAD - 2, RIGHT, low + SPREAD + 2);
        svg.slanted("name", RIGHT - 4, high - 16, "total_pnl, USD");
        double least = worst();
        double most = plot.best().totalPnl();
        for (double value : Ticks.values(least, most, 6)) {
            svg.line("axis", RIGHT, y(share(value)), RIGHT + 5, y(share(value)));
            svg.text("tick", "start", RIGHT + 9, y(share(value)) + 4, String.format(Locale.ROOT, "%,.0f", value + 0.0));
        }
    }

    private double worst() {
        List<Integer> others = others();
        return plot.rows().get(others.isEmpty() ? top - 1 : others.getLast()).totalPnl();
    }

    private double share(double pnl) {
        double least = worst();
        double most = plot.best().totalPnl();
        return most > least ? (pnl - least) / (most - least) : 0.5;
    }

    private double x(int axis) {
        return LEFT + (RIGHT - LEFT) * axis / axes.size();
    }

    private double y(double share) {
        return low - share * (low - high);
    }
}
