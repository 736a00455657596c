package aiquant.engine.research;

import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/// The rows as the page's script needs them to draw profit over any two parameters.
///
/// @param shown how many rows, the best ones, are in the page
record HeatMap(PlotRows plot, int shown) {

    /// Keeps a page with a hundred parameters at a few megabytes.
    private static final long MOST_NUMBERS = 1_000_000;

    static HeatMap of(PlotRows plot) {
        long columns = plot.axes().size() + 1L;
        return new HeatMap(plot, (int) Math.min(plot.rows().size(), MOST_NUMBERS / columns));
    }

    /// `{"pnl":[…],"axes":[{"path":…,"cells":[label…],"at":[…]}…]}`
    String json() {
        StringJoiner axes = new StringJoiner(",\n", "[", "]");
        plot.axes().forEach(axis -> axes.add(json(axis)));
        StringJoiner pnl = new StringJoiner(",", "[", "]");
        List<SweepRow> rows = plot.rows();
        for (int row = 0; row < shown; row++) {
            pnl.add(Figures.plain(Double.parseDouble(Figures.fixed(rows.get(row).totalPnl(), 2))));
        }
        return "{\"pnl\":" + pnl + ",\n\"axes\":" + axes + "}";
    }

    private String json(PlotAxis axis) {
        StringJoiner labels = new StringJoiner(",", "[", "]");
        for (int cell = 0; cell < axis.cells(); cell++) {
            labels.add("\"" + axis.cellLabel(cell) + "\"");
        }
        StringJoiner at = new StringJoiner(",", "[", "]");
        for (int row = 0; row < shown; row++) {
            at.add(Integer.toString(axis.cell(row)));
        }
        return "{\"path\":\"" + quoted(axis.path()) + "\",\"cells\":" + labels + ",\"at\":" + at + "}";
    }

    /// Safe inside a script element and a JSON string.
    private static String quoted(String text) {
        return text.codePoints()
                .mapToObj(c -> c < ' ' || "\"\\<>&".indexOf(c) >= 0 ? "\\u%04x".formatted(c) : Character.toString(c))
                .collect(Collectors.joining());
    }

    /// What is missing, in one sentence; empty when nothing is.
    String note() {
        int all = plot.rows().size();
        return shown == all
                ? ""
                : "Drawn from the best %s of %s rows, so that the page stays small; the others earned at most %s USD."
                        .formatted(
                                Figures.count(shown),
                                Figures.count(all),
                                Figures.usd(plot.rows().get(shown).totalPnl()));
    }
}
