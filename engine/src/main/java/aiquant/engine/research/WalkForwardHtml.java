package aiquant.engine.research;

import aiquant.kernel.backtest.BacktestReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/// A walk-forward as one page that needs nothing else: what the choices promised, and what they kept.
public final class WalkForwardHtml {

    private static final String CURVE =
            "Realised balance at each main bar of the test windows. Each window starts without"
                    + " positions, ends by closing them, and grows what the one before left.";

    private final WalkForwardResult result;
    private final Map<String, String> facts;

    private WalkForwardHtml(WalkForwardResult result, Map<String, String> facts) {
        this.result = result;
        this.facts = facts;
    }

    /// Replaces the file in one step.
    ///
    /// @param facts what it ran on, shown at the top in this order
    public static void write(WalkForwardResult result, Map<String, String> facts, Path file) throws IOException {
        String page = page(result, facts);
        ReportFile.write(file, writer -> writer.write(page));
    }

    /// The whole page.
    public static String page(WalkForwardResult result, Map<String, String> facts) {
        return new WalkForwardHtml(result, facts).page();
    }

    private String page() {
        Html body = new Html().raw(header()).raw("<main>\n").raw(headlines());
        body.raw(HtmlPage.section("In sample against out of sample", folds()));
        body.raw(HtmlPage.section(
                "Out-of-sample equity, folds one after the other",
                EquityChart.of(result.equity(), result.initialBalance(), CURVE)));
        body.raw("<div class=\"columns\">")
                .raw(HtmlPage.section("What was promised and what was kept", InOutScatter.of(result.dots())))
                .raw(HtmlPage.section("How much may be luck", luck()))
                .raw("</div>");
        body.raw(HtmlPage.section("The choices", choices()));
        return HtmlPage.of("AI Quant walk-forward", body.raw("</main>").toString(), "walk-forward.js");
    }

    private String header() {
        WalkForwardWindows windows = result.windows();
        Html html = new Html()
                .raw("<header><div class=\"title\"><h1>Walk-forward report</h1>")
                .element("p", "period", period())
                .raw("</div><dl>");
        facts.forEach((name, value) -> HtmlPage.fact(html, name, value));
        HtmlPage.fact(
                html,
                "Windows",
                "%s training of %s, test of %s, step of %s, purge gap of %s"
                        .formatted(
                                windows.isAnchored() ? "anchored" : "rolling",
                                days(windows.trainMs()),
                                days(windows.testMs()),
                                days(windows.stepMs()),
                                days(windows.purgeMs())));
        HtmlPage.fact(html, "Trials", WalkForwardText.trials(result));
        if (!result.isComplete()) {
            HtmlPage.fact(html, "Stopped", result.folds().size() + " of " + result.planned() + " folds were done");
        }
        return html.raw("</dl></header>\n").toString();
    }

    private String period() {
        if (result.folds().isEmpty()) {
            return "no fold was done";
        }
        return Figures.day(result.folds().getFirst().fold().trainFromMs()) + " – "
                + Figures.day(result.folds().getLast().fold().testToMs()) + " UTC";
    }

    private static String days(long ms) {
        double days = FoldResult.days(0, ms - 1);
        return Figures.short3(days) + (days == 1 ? " day" : " days");
    }

    private String headlines() {
        WalkForwardResult.Stitched out = result.outOfSample();
        double earned = out.finalBalance() - result.initialBalance();
        Html html = new Html().raw("<section class=\"cards\" aria-label=\"Headline figures\">");
        HtmlPage.card(
                html,
                "Out of sample",
                Figures.signedPercent(earned / result.initialBalance()),
                Figures.signedUsd(earned)
                        + " USD, %d of %d folds in profit"
                                .formatted(result.profitable(), result.folds().size()),
                HtmlTable.sign(earned));
        HtmlPage.card(
                html,
                "Sharpe ratio out of sample",
                Figures.factor(out.annualSharpe()),
                "positive with probability " + WalkForwardText.probability(out.probability()));
        HtmlPage.card(
                html,
                "Efficiency",
                Double.isNaN(result.efficiency()) ? "–" : Figures.percent(result.efficiency()),
                "of the daily profit in sample kept");
        HtmlPage.card(
                html,
                "Overfitting",
                result.overfitting()
                        .map(odds -> Figures.fixed(odds.probability(), 2))
                        .orElse("–"),
                "probability; 0.5 is what chance gives");
        return html.raw("</section>\n").toString();
    }

    private String folds() {
        HtmlTable table =
                new HtmlTable().numbers("Fold").text("Training").text("Test").numbers("Trials");
        for (String figure : new String[] {"PnL per day, USD", "Sharpe", "Max drawdown", "Trades", "Profit factor"}) {
            table.numbers(figure + " in", "out");
        }
        table.numbers("Efficiency");
        for (FoldResult one : result.folds()) {
            Fold fold = one.fold();
            BacktestReport in = one.inSample();
            BacktestReport out = one.outOfSample();
            table.row()
                    .count(fold.number())
                    .name(Figures.day(fold.trainFromMs()) + " – " + Figures.day(fold.trainToMs()))
                    .name(Figures.day(fold.testFromMs()) + " – " + Figures.day(fold.testToMs()))
                    .count(one.trials())
                    .profit(in.totalPnl() / FoldResult.days(fold.trainFromMs(), fold.trainToMs()))
                    .profit(out.totalPnl() / FoldResult.days(fold.testFromMs(), fold.testToMs()))
                    .factor(in.sharpeRatio())
                    .factor(out.sharpeRatio())
                    .percent(in.maxDrawdownPct())
                    .percent(out.maxDrawdownPct())
                    .count(in.totalTrades())
                    .count(out.totalTrades())
                    .factor(in.profitFactor())
                    .factor(out.profitFactor())
                    .share(one.efficiency());
        }
        return table.markup();
    }

    private String luck() {
        Html html = new Html()
                .element("h3", "", "Deflated Sharpe ratio")
                .element(
                        "p",
                        "",
                        "The probability that a choice's true Sharpe ratio is positive, given how many settings it was"
                                + " chosen from, how much their ratios differ, and how long, skewed and fat-tailed its"
                                + " returns are.");
        HtmlTable table = new HtmlTable().numbers("Fold", "Trials", "Sharpe in sample", "Luck alone", "Deflated");
        for (FoldResult one : result.folds()) {
            table.row()
                    .count(one.fold().number())
                    .count(one.trials())
                    .factor(one.inSample().sharpeRatio())
                    .factor(one.expectedSharpe())
                    .probability(one.deflatedSharpe());
        }
        return html.raw(table.markup())
                .element("h3", "", "Probability of backtest overfitting")
                .element("p", "", "Measured: " + WalkForwardText.overfitting(result) + ".")
                .element(
                        "p",
                        "note",
                        "A sample of the trials is replayed over the whole period; the days are cut into blocks, and"
                                + " for every way to take half of them the best trial there is ranked among all in the"
                                + " other half. Counted: how often it is no better than the median.")
                .toString();
    }

    private String choices() {
        HtmlTable table = new HtmlTable().numbers("Fold", "Number").text("Settings");
        result.folds()
                .forEach(one -> table.row()
                        .count(one.fold().number())
                        .count(one.choice().index())
                        .text(one.choice().choice()));
        return table.markup();
    }
}
