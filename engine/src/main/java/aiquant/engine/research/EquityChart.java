package aiquant.engine.research;

import aiquant.kernel.backtest.EquityPoint;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/// Equity above, drawdown below, one time axis: an SVG, and the points a pointer reads out.
///
/// Curves keep at most [#MOST_POINTS] points each; spikes survive the thinning.
final class EquityChart {

    static final int MOST_POINTS = 2_000;

    private static final double WIDTH = 1_200;
    private static final double HEIGHT = 440;
    private static final double LEFT = 84;
    private static final double RIGHT = WIDTH - 16;
    private static final Panel EQUITY = new Panel(14, 282);
    private static final Panel DRAWDOWN = new Panel(308, 410);
    private static final double LABEL_WIDTH = 44;

    private final long[] timeMs;
    private final double[] equity;
    private final double[] drawdown;
    private final double start;
    private final String caption;
    private final StringBuilder svg = new StringBuilder();

    private EquityChart(List<EquityPoint> points, double initialBalance, String caption) {
        this.caption = caption;
        timeMs = points.stream().mapToLong(EquityPoint::timeMs).toArray();
        equity = points.stream().mapToDouble(EquityPoint::value).toArray();
        drawdown = drawdownOf(equity);
        start = initialBalance;
    }

    /// Needs two points of different times; says so when there are fewer.
    static String of(List<EquityPoint> points, double initialBalance) {
        return of(
                points,
                initialBalance,
                "Realised balance at each main bar; open profit is not in it, and"
                        + " positions closed at the end of the run come after the last sample.");
    }

    /// @param caption what the reader should know about the curve
    static String of(List<EquityPoint> points, double initialBalance, String caption) {
        if (points.size() < 2 || points.getLast().timeMs() <= points.getFirst().timeMs()) {
            return "<p class=\"note\">Too few samples for a curve.</p>";
        }
        return new EquityChart(points, initialBalance, caption).draw();
    }

    private record Panel(double top, double bottom) {
        double y(double value, double low, double high) {
            return bottom - (value - low) / (high - low) * (bottom - top);
        }
    }

    private String draw() {
        double low = Math.min(start, least(equity));
        double high = Math.max(start, greatest(equity));
        double margin = high > low ? (high - low) * 0.05 : Math.max(Math.abs(high), 1) * 0.01;
        low -= margin;
        high += margin;
        double deepest = Math.max(greatest(drawdown) * 1.08, 1e-4);

        svg.append(String.format(
                Locale.ROOT,
                "<figure class=\"chart\" id=\"chart\"><svg viewBox=\"0 0 %.0f %.0f\" role=\"img\""
                        + " aria-label=\"Equity and drawdown over time\" data-left=\"%.0f\" data-right=\"%.0f\""
                        + " data-from=\"%d\" data-to=\"%d\">",
                WIDTH,
                HEIGHT,
                LEFT,
                RIGHT,
                timeMs[0],
                timeMs[timeMs.length - 1]));
        timeAxis();
        valueAxis(EQUITY, low, high, 6, false);
        valueAxis(DRAWDOWN, -deepest, 0, 3, true);
        curves(low, high, deepest);
        svg.append("<g id=\"cursor\" visibility=\"hidden\"><line class=\"cursor\" y1=\"")
                .append(coordinate(EQUITY.top()))
                .append("\" y2=\"")
                .append(coordinate(DRAWDOWN.bottom()))
                .append("\"/><circle class=\"dot equity\" r=\"4\"/><circle class=\"dot drawdown\" r=\"4\"/></g></svg>")
                .append("<figcaption id=\"readout\">")
                .append(Html.escaped(caption))
                .append("</figcaption></figure>");
        return svg.append(points(low, high, deepest)).toString();
    }

    private void timeAxis() {
        for (Ticks.TimeTick tick : Ticks.times(timeMs[0], timeMs[timeMs.length - 1], 10)) {
            double x = x(tick.timeMs());
            gridLine(x, EQUITY.top(), x, EQUITY.bottom(), "grid");
            gridLine(x, DRAWDOWN.top(), x, DRAWDOWN.bottom(), "grid");
            double shown = Math.clamp(x, LEFT + LABEL_WIDTH / 2, RIGHT - LABEL_WIDTH);
            label(shown, HEIGHT - 10, "middle", tick.label());
        }
    }

    private void valueAxis(Panel panel, double low, double high, int wanted, boolean isPercent) {
        List<Double> ticks = Ticks.values(low, high, wanted);
        for (double value : ticks) {
            double y = panel.y(value, low, high);
            gridLine(LEFT, y, RIGHT, y, "grid");
            label(LEFT - 8, y + 4, "end", isPercent ? percent(value) : money(value, high - low));
        }
    }

    private void curves(double low, double high, double deepest) {
        double base = EQUITY.y(start, low, high);
        gridLine(LEFT, base, RIGHT, base, "base");
        String line = path(equity, EQUITY, low, high, 1);
        svg.append("<path class=\"area equity\" d=\"")
                .append(closed(line, base))
                .append("\"/>");
        svg.append("<path class=\"line equity\" d=\"").append(line).append("\"/>");
        String below = path(drawdown, DRAWDOWN, -deepest, 0, -1);
        svg.append("<path class=\"area drawdown\" d=\"")
                .append(closed(below, DRAWDOWN.top()))
                .append("\"/>");
        svg.append("<path class=\"line drawdown\" d=\"").append(below).append("\"/>");
        svg.append("<text class=\"panel\" x=\"").append(coordinate(LEFT + 8)).append("\" y=\"30\">Equity, USD</text>");
        svg.append("<text class=\"panel\" x=\"")
                .append(coordinate(LEFT + 8))
                .append("\" y=\"")
                .append(coordinate(DRAWDOWN.bottom() - 8))
                .append("\">Drawdown</text>");
    }

    private String path(double[] values, Panel panel, double low, double high, int sign) {
        StringBuilder path = new StringBuilder();
        for (int i : Thinning.indices(values, MOST_POINTS)) {
            path.append(path.isEmpty() ? 'M' : 'L')
                    .append(coordinate(x(timeMs[i])))
                    .append(' ')
                    .append(coordinate(panel.y(sign * values[i], low, high)));
        }
        return path.toString();
    }

    private static String closed(String line, double base) {
        return line + "L" + coordinate(RIGHT) + " " + coordinate(base) + "L" + coordinate(LEFT) + " " + coordinate(base)
                + "Z";
    }

    /// What the pointer reads: time, equity, drawdown and the two heights, one row per kept point.
    private String points(double low, double high, double deepest) {
        StringJoiner rows = new StringJoiner(",", "<script type=\"application/json\" id=\"points\">[", "]</script>");
        for (int i : Thinning.indices(equity, MOST_POINTS)) {
            rows.add("[" + timeMs[i] + "," + Figures.fixed(equity[i], 2) + "," + Figures.fixed(drawdown[i], 6) + ","
                    + coordinate(EQUITY.y(equity[i], low, high)) + ","
                    + coordinate(DRAWDOWN.y(-drawdown[i], -deepest, 0)) + "]");
        }
        return rows.toString();
    }

    private double x(long time) {
        long from = timeMs[0];
        return LEFT + (RIGHT - LEFT) * (time - from) / (timeMs[timeMs.length - 1] - from);
    }

    private void gridLine(double x1, double y1, double x2, double y2, String cssClass) {
        svg.append("<line class=\"")
                .append(cssClass)
                .append("\" x1=\"")
                .append(coordinate(x1))
                .append("\" y1=\"")
                .append(coordinate(y1))
                .append("\" x2=\"")
                .append(coordinate(x2))
                .append("\" y2=\"")
                .append(coordinate(y2))
                .append("\"/>");
    }

    private void label(double x, double y, String anchor, String text) {
        svg.append("<text x=\"")
                .append(coordinate(x))
                .append("\" y=\"")
                .append(coordinate(y))
                .append("\" text-anchor=\"")
                .append(anchor)
                .append("\">")
                .append(Html.escaped(text))
                .append("</text>");
    }

    private static String coordinate(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String money(double value, double span) {
        return String.format(Locale.ROOT, span < 10 ? "%,.2f" : "%,.0f", value + 0.0);
    }

    private static String percent(double fraction) {
        return String.format(Locale.ROOT, "%.1f %%", fraction * 100 + 0.0);
    }

    private static double[] drawdownOf(double[] equity) {
        double[] drawdown = new double[equity.length];
        double peak = equity[0];
        for (int i = 0; i < equity.length; i++) {
            peak = Math.max(peak, equity[i]);
            drawdown[i] = peak > 0 ? (peak - equity[i]) / peak : 0;
        }
        return drawdown;
    }

    private static double least(double[] values) {
        return Arrays.stream(values).min().orElseThrow();
    }

    private static double greatest(double[] values) {
        return Arrays.stream(values).max().orElseThrow();
    }
}
