package aiquant.engine.research;

import aiquant.engine.research.WalkForwardResult.Dot;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Daily returns out of sample over those in sample, one scale for both: on the dashed line nothing was lost.
final class InOutScatter {

    private static final double LEFT = 96;
    private static final double TOP = 16;
    private static final double SIDE = 470;
    private static final double RIGHT = LEFT + SIDE;
    private static final double BOTTOM = TOP + SIDE;

    private final List<Dot> dots;
    private final double low;
    private final double high;

    private InOutScatter(List<Dot> dots) {
        this.dots = dots.stream().sorted(Comparator.comparing(Dot::isChoice)).toList();
        double least = 0;
        double most = 0;
        for (Dot dot : dots) {
            least = Math.min(least, Math.min(dot.inSample(), dot.outOfSample()));
            most = Math.max(most, Math.max(dot.inSample(), dot.outOfSample()));
        }
        double margin = most > least ? (most - least) * 0.05 : 0.001;
        low = least - margin;
        high = most + margin;
    }

    static String of(List<Dot> dots) {
        return dots.isEmpty() ? "<p class=\"note\">Nothing to show.</p>" : new InOutScatter(dots).draw();
    }

    private String draw() {
        Svg svg = new Svg(RIGHT + 24, BOTTOM + 52, "Out-of-sample over in-sample daily returns");
        for (double value : Ticks.values(low, high, 6)) {
            svg.line("grid", x(value), TOP, x(value), BOTTOM).line("grid", LEFT, y(value), RIGHT, y(value));
            svg.text("tick", "middle", x(value), BOTTOM + 18, percent(value));
            svg.text("tick", "end", LEFT - 8, y(value) + 4, percent(value));
        }
        svg.line("axis", x(0), TOP, x(0), BOTTOM).line("axis", LEFT, y(0), RIGHT, y(0));
        svg.line("base", x(low), y(low), x(high), y(high));
        for (Dot dot : dots) {
            String title = (dot.isChoice() ? "choice of fold " : "a trial, fold ") + dot.fold() + ": in sample "
                    + percent(dot.inSample()) + ", out of sample " + percent(dot.outOfSample()) + " a day";
            double x = x(dot.inSample());
            double y = y(dot.outOfSample());
            svg.dot(dot.isChoice() ? "dot winner" : "dot other", x, y, dot.isChoice() ? 7 : 3.5, title);
        }
        for (Dot dot : dots) {
            if (dot.isChoice()) {
                svg.text(
                        "number", "middle", x(dot.inSample()), y(dot.outOfSample()) - 11, Integer.toString(dot.fold()));
            }
        }
        svg.text("name", "middle", (LEFT + RIGHT) / 2, BOTTOM + 42, "in sample, mean daily return");
        svg.upright("name", 20, (TOP + BOTTOM) / 2, "out of sample, mean daily return");
        return "<figure class=\"chart square\">" + svg.markup() + "<figcaption>" + Html.escaped(caption())
                + "</figcaption></figure>";
    }

    private String caption() {
        List<Dot> others = dots.stream().filter(dot -> !dot.isChoice()).toList();
        String text = "Large: the choice of each fold, by number. Dashed: as good out of sample as in it.";
        return others.isEmpty()
                ? text
                : text
                        + " Small: %s of trials on the folds' windows; correlation of the two returns %s."
                                .formatted(
                                        Figures.counted(others.size(), "replay"),
                                        Figures.fixed(correlation(others), 2));
    }

    /// Pearson's; 0 where one side does not vary.
    static double correlation(List<Dot> dots) {
        double inMean = dots.stream().mapToDouble(Dot::inSample).average().orElse(0);
        double outMean = dots.stream().mapToDouble(Dot::outOfSample).average().orElse(0);
        double both = 0;
        double in = 0;
        double out = 0;
        for (Dot dot : dots) {
            double x = dot.inSample() - inMean;
            double y = dot.outOfSample() - outMean;
            both += x * y;
            in += x * x;
            out += y * y;
        }
        return in == 0 || out == 0 ? 0 : both / Math.sqrt(in * out);
    }

    private static String percent(double fraction) {
        return String.format(Locale.ROOT, "%.2f %%", fraction * 100 + 0.0);
    }

    private double x(double value) {
        return LEFT + SIDE * (value - low) / (high - low);
    }

    private double y(double value) {
        return BOTTOM - SIDE * (value - low) / (high - low);
    }
}
