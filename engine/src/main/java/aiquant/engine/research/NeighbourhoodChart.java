package aiquant.engine.research;

import aiquant.engine.research.Neighbourhood.Neighbour;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The best row and its neighbours on one scale of profit, over the spread of all rows.
final class NeighbourhoodChart {

    private static final double WIDTH = 1_200;
    private static final double LEFT = 290;
    private static final double RIGHT = WIDTH - 40;
    private static final double TOP = 44;
    private static final double LINE = 24;
    private static final int MOST_LINES = 30;

    private final PlotRows plot;
    private final Neighbourhood near;
    private final double low;
    private final double high;

    private NeighbourhoodChart(PlotRows plot, Neighbourhood near) {
        this.plot = plot;
        this.near = near;
        double worst = plot.rows().getLast().totalPnl();
        double best = plot.best().totalPnl();
        double margin = best > worst ? (best - worst) * 0.03 : 1;
        low = worst - margin;
        high = best + margin;
    }

    static String of(PlotRows plot, Neighbourhood near) {
        return new NeighbourhoodChart(plot, near).draw();
    }

    private String draw() {
        Map<String, List<Neighbour>> lines = lines();
        int shown = Math.min(MOST_LINES, lines.size());
        double bottom = TOP + Math.max(1, shown) * LINE;
        Svg svg = new Svg(WIDTH, bottom + 36, "Profit of the best row and of its neighbours");
        spread(svg, bottom);
        for (double value : Ticks.values(low, high, 8)) {
            svg.line("grid", x(value), TOP, x(value), bottom);
            svg.text("tick", "middle", x(value), bottom + 18, String.format(Locale.ROOT, "%,.0f", value + 0.0));
        }
        List<Map.Entry<String, List<Neighbour>>> drawn =
                List.copyOf(lines.entrySet()).subList(0, shown);
        for (int i = 0; i < shown; i++) {
            neighbours(svg, drawn.get(i).getKey(), drawn.get(i).getValue(), TOP + (i + 0.5) * LINE);
        }
        mark(svg, "median", near.median(), bottom, "neighbours' median " + Figures.usd(near.median()));
        mark(
                svg,
                "best",
                near.best().totalPnl(),
                bottom,
                "best " + Figures.usd(near.best().totalPnl()));
        return "<figure class=\"chart\">" + svg.markup() + "<figcaption>" + Html.escaped(caption(lines.size() - shown))
                + "</figcaption></figure>";
    }

    private String caption(int hidden) {
        String band = " The band holds the middle half of all rows. Profit in USD.";
        String more = hidden > 0 ? " " + hidden + " more parameters are not drawn." : "";
        return near.isExact()
                ? "▼ one step down, ▲ one step up along one parameter, all others as in the best row." + band + more
                : "The sweep has no rows one step away from the best, so these are the %d nearest; distance is the sum of differences, each as a part of its parameter's range."
                                .formatted(near.neighbours().size())
                        + band;
    }

    private Map<String, List<Neighbour>> lines() {
        Map<String, List<Neighbour>> lines = new LinkedHashMap<>();
        for (PlotAxis axis : plot.axes()) {
            near.neighbours().stream()
                    .filter(neighbour -> neighbour.axis().equals(axis.path()))
                    .forEach(neighbour -> lines.computeIfAbsent(axis.path(), path -> new ArrayList<>())
                            .add(neighbour));
        }
        near.neighbours().stream()
                .filter(neighbour -> neighbour.axis().isEmpty())
                .forEach(neighbour -> lines.put(
                        "#%d, distance %s".formatted(neighbour.row().index(), Figures.fixed(neighbour.distance(), 2)),
                        List.of(neighbour)));
        return lines;
    }

    private void spread(Svg svg, double bottom) {
        int n = plot.rows().size();
        double upper = plot.rows().get(n / 4).totalPnl();
        double lower = plot.rows().get(Math.min(n - 1, n * 3 / 4)).totalPnl();
        svg.rectangle(
                "band",
                x(lower),
                TOP,
                x(upper),
                bottom,
                "half of all rows: " + Figures.usd(lower) + " to " + Figures.usd(upper) + " USD");
    }

    private void neighbours(Svg svg, String name, List<Neighbour> neighbours, double y) {
        svg.text("name", "end", LEFT - 12, y + 4, name);
        svg.line("rule", LEFT, y, RIGHT, y);
        for (Neighbour neighbour : neighbours) {
            double x = x(neighbour.row().totalPnl());
            String title = neighbour.row().choice().replace(", ", "\n") + "\n"
                    + Figures.signedUsd(neighbour.row().totalPnl()) + " USD";
            if (neighbour.axis().isEmpty()) {
                svg.dot("neighbour", x, y, 5, title);
            } else {
                svg.path("neighbour", "", triangle(x, y, neighbour.isHigher()), title);
            }
        }
    }

    private static String triangle(double x, double y, boolean isUp) {
        double side = isUp ? -5.5 : 5.5;
        return String.format(
                Locale.ROOT, "M%.1f %.1fL%.1f %.1fL%.1f %.1fZ", x, y + side, x - 6, y - side, x + 6, y - side);
    }

    private void mark(Svg svg, String cssClass, double value, double bottom, String label) {
        if (Double.isNaN(value)) {
            return;
        }
        double top = cssClass.equals("best") ? TOP - 8 : TOP - 26;
        svg.line("mark " + cssClass, x(value), top, x(value), bottom);
        boolean isRight = x(value) > (LEFT + RIGHT) / 2;
        svg.text("mark " + cssClass, isRight ? "end" : "start", x(value) + (isRight ? -5 : 5), top + 10, label);
    }

    private double x(double value) {
        return LEFT + (RIGHT - LEFT) * (value - low) / (high - low);
    }
}
