package aiquant.engine.research;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A sweep as one page that needs nothing else: where profit lies, and whether the best row stands alone.
public final class SweepHtml {

    private static final int TABLE = 20;
    private static final int TABLE_AXES = 8;

    private final PlotRows plot;
    private final long trials;
    private final Map<String, String> facts;

    private SweepHtml(List<SweepRow> rows, long trials, Map<String, String> facts) {
        plot = PlotRows.of(rows);
        this.trials = trials;
        this.facts = facts;
    }

    /// Replaces the file in one step.
    ///
    /// @param trials how many were run; the rows may be the best of them only
    /// @param facts  what it ran on, shown at the top in this order
    public static void write(List<SweepRow> rows, long trials, Map<String, String> facts, Path file)
            throws IOException {
        String page = page(rows, trials, facts);
        ReportFile.write(file, writer -> writer.write(page));
    }

    /// The whole page.
    public static String page(List<SweepRow> rows, long trials, Map<String, String> facts) {
        return new SweepHtml(rows, trials, facts).page();
    }

    private String page() {
        Html body = new Html().raw(header()).raw("<main>\n");
        if (plot.isEmpty()) {
            body.raw(HtmlPage.section("No rows", "<p class=\"note\">The sweep has no row to show.</p>"));
        } else {
            plots(body, plot, trials);
        }
        return HtmlPage.of("AI Quant sweep", body.raw("</main>").toString(), "sweep.js");
    }

    private String header() {
        Html html = new Html()
                .raw("<header><div class=\"title\"><h1>Sweep report</h1>")
                .element("p", "period", Figures.counted(trials, "trial"))
                .raw("</div><dl>");
        facts.forEach((name, value) -> HtmlPage.fact(html, name, value));
        if (!plot.constants().isEmpty()) {
            HtmlPage.fact(html, "One value only", String.join("\n", plot.constants()));
        }
        return html.raw("</dl></header>\n").toString();
    }

    /// Everything there is to see about one set of rows.
    static void plots(Html body, PlotRows plot, long trials) {
        Neighbourhood near = Neighbourhood.of(plot);
        body.raw(headlines(plot, near, trials));
        if (plot.axes().isEmpty()) {
            body.raw(HtmlPage.section(
                    "Parameters",
                    "<p class=\"note\">No parameter has more than one value, so there is nothing to plot.</p>"));
        } else {
            body.raw(HtmlPage.section("Profit over two parameters", heatMap(plot, trials)));
            body.raw(HtmlPage.section("Around the best row", neighbourhood(plot, near)));
            body.raw(HtmlPage.section("The best rows across the parameters", ParallelCoordinates.of(plot)));
        }
        body.raw(HtmlPage.section("Best rows", table(plot)));
    }

    private static String headlines(PlotRows plot, Neighbourhood near, long trials) {
        SweepRow best = plot.best();
        long winning = plot.rows().stream().filter(row -> row.totalPnl() > 0).count();
        Html html = new Html().raw("<section class=\"cards\" aria-label=\"Headline figures\">");
        HtmlPage.card(
                html,
                "Best row",
                Figures.signedUsd(best.totalPnl()),
                "USD, number " + best.index() + ", " + Figures.counted(best.trades(), "trade"),
                HtmlTable.sign(best.totalPnl()));
        HtmlPage.card(
                html,
                "Neighbours' median",
                near.neighbours().isEmpty() ? "–" : Figures.signedUsd(near.median()),
                near.isExact()
                        ? Figures.counted(near.neighbours().size(), "row") + " one step away"
                        : Figures.counted(near.neighbours().size(), "nearest row"),
                near.neighbours().isEmpty() ? "" : HtmlTable.sign(near.median()));
        HtmlPage.card(
                html,
                "Median row",
                Figures.signedUsd(plot.median()),
                "of the rows in this page",
                HtmlTable.sign(plot.median()));
        HtmlPage.card(
                html,
                "In profit",
                Figures.percent(Figures.share(winning, plot.rows().size())),
                "of " + Figures.counted(plot.rows().size(), "row") + ", " + Figures.counted(trials, "trial"));
        return html.raw("</section>\n").toString();
    }

    private static String heatMap(PlotRows plot, long trials) {
        HeatMap map = HeatMap.of(plot);
        Html html = new Html().raw(HtmlPage.resource("heatmap.html"));
        if (!map.note().isEmpty()) {
            html.element("p", "note", map.note());
        }
        if (trials > plot.rows().size()) {
            html.element(
                    "p",
                    "note",
                    "Only the best %s of %s trials were kept: medians are those of the kept rows."
                            .formatted(Figures.count(plot.rows().size()), Figures.count(trials)));
        }
        return html.raw("<script type=\"application/json\" id=\"heat-data\">")
                .raw(map.json())
                .raw("</script>")
                .toString();
    }

    private static String neighbourhood(PlotRows plot, Neighbourhood near) {
        Html html = new Html();
        String figures = near.neighbours().isEmpty()
                ? ""
                : "Best %s, neighbours' median %s USD. "
                        .formatted(Figures.usd(near.best().totalPnl()), Figures.usd(near.median()));
        html.element("p", "verdict", figures + near.verdict());
        return near.neighbours().isEmpty()
                ? html.toString()
                : html.raw(NeighbourhoodChart.of(plot, near)).toString();
    }

    private static String table(PlotRows plot) {
        List<PlotAxis> axes =
                plot.axes().subList(0, Math.min(TABLE_AXES, plot.axes().size()));
        HtmlTable table = new HtmlTable().numbers("Number", "Profit, USD", "Trades", "Profit factor", "Max drawdown");
        axes.forEach(axis -> table.numbers(axis.name()));
        for (int row = 0; row < Math.min(TABLE, plot.rows().size()); row++) {
            SweepRow trial = plot.rows().get(row);
            HtmlTable.Row cells = table.row()
                    .count(trial.index())
                    .profit(trial.totalPnl())
                    .count(trial.trades())
                    .factor(trial.profitFactor())
                    .percent(trial.maxDrawdownPct());
            for (PlotAxis axis : axes) {
                cells.plain(axis.value(row));
            }
        }
        return table.markup();
    }
}
