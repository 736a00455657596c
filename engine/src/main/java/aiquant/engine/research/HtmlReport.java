package aiquant.engine.research;

import aiquant.kernel.backtest.BacktestReport;
import aiquant.kernel.backtest.BacktestReport.GateStatistics;
import aiquant.kernel.backtest.BacktestReport.Group;
import aiquant.kernel.backtest.BacktestReport.SymbolSummary;
import aiquant.kernel.backtest.BacktestResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// A replay as one page that needs nothing else: no server, no network, no other file.
///
/// Light or dark as the reader's system is, sortable and searchable, and fit to print. Names and reasons come from
/// outside and are treated as text everywhere.
public final class HtmlReport {

    private final BacktestResult result;
    private final BacktestReport report;
    private final RunFacts facts;

    private HtmlReport(BacktestResult result, RunFacts facts) {
        this.result = result;
        report = result.report();
        this.facts = facts;
    }

    /// Replaces the file in one step.
    public static void write(BacktestResult result, RunFacts facts, Path file) throws IOException {
        String page = page(result, facts);
        ReportFile.write(file, writer -> writer.write(page));
    }

    /// The whole page.
    public static String page(BacktestResult result, RunFacts facts) {
        return new HtmlReport(result, facts).page();
    }

    private String page() {
        String body = new Html()
                .raw(header())
                .raw("<main>\n")
                .raw(headlines())
                .raw(HtmlPage.section("Equity and drawdown", EquityChart.of(result.equity(), report.initialBalance())))
                .raw("<div class=\"columns\">")
                .raw(HtmlPage.section("By exit reason", groups("Reason", report.byExitReason())))
                .raw("<div>")
                .raw(HtmlPage.section("By confidence", confidence()))
                .raw(HtmlPage.section("By side", groups("Side", report.bySide())))
                .raw("</div></div>")
                .raw(HtmlPage.section("By symbol", symbols()))
                .raw(HtmlPage.section("Gates and filters", gates()))
                .raw(HtmlPage.section("Trades", trades()))
                .raw("</main>")
                .toString();
        String title = "AI Quant replay " + Figures.minute(facts.fromMs()) + " to " + Figures.minute(facts.toMs());
        return HtmlPage.of(title, body, "report.js");
    }

    private String header() {
        Html html = new Html()
                .raw("<header><div class=\"title\"><h1>Replay report</h1>")
                .element(
                        "p",
                        "period",
                        Figures.minute(facts.fromMs()) + " – " + Figures.minute(facts.toMs()) + " UTC · "
                                + facts.interval() + " bars")
                .raw("</div><dl>");
        HtmlPage.fact(html, "Configuration", facts.configuration());
        HtmlPage.fact(html, "Configuration id", facts.configId());
        HtmlPage.fact(html, "Fingerprint", facts.fingerprint());
        HtmlPage.fact(html, "Data", String.join("\n", facts.data()));
        HtmlPage.fact(
                html,
                "Size",
                Figures.counted(facts.symbols(), "symbol") + ", " + Figures.counted(facts.bars(), "bar") + ", "
                        + Figures.counted(facts.symbolBars(), "symbol-bar") + " in "
                        + Figures.duration(facts.runTime()));
        HtmlPage.fact(html, "Slippage", JsonNumber.text(report.slippageBps()) + " bp on entries and adds");
        return html.raw("</dl></header>\n").toString();
    }

    private String headlines() {
        double funding = report.perSymbol().stream()
                .mapToDouble(SymbolSummary::fundingPnlUsd)
                .sum();
        Html html = new Html().raw("<section class=\"cards\" aria-label=\"Headline figures\">");
        HtmlPage.card(
                html,
                "Profit and loss",
                Figures.signedUsd(report.totalPnl()),
                Figures.signedPercent(Figures.ratio(report.totalPnl(), report.initialBalance()))
                        + ", after fees and funding",
                HtmlTable.sign(report.totalPnl()));
        HtmlPage.card(
                html,
                "Final balance",
                Figures.usd(report.finalBalance()),
                "from " + Figures.usd(report.initialBalance()));
        HtmlPage.card(
                html,
                "Max drawdown",
                Figures.percent(report.maxDrawdownPct()),
                Figures.usd(report.maxDrawdownUsd()) + " USD at most");
        HtmlPage.card(html, "Sharpe ratio", Figures.factor(report.sharpeRatio()), "daily, annualised by √365");
        HtmlPage.card(html, "Profit factor", Figures.factor(report.profitFactor()), "before fees");
        HtmlPage.card(
                html,
                "Win rate",
                Figures.percent(report.winRate()),
                Figures.count(report.totalWins()) + " won, " + Figures.count(report.totalLosses()) + " lost");
        HtmlPage.card(
                html,
                "Trades",
                Figures.count(report.totalTrades()),
                "average " + Figures.signedUsd(report.avgTradePnl()) + " USD");
        HtmlPage.card(
                html,
                "Fees",
                Figures.usd(report.totalFees()),
                funding == 0 ? "no funding" : "funding " + Figures.signedUsd(funding) + " USD");
        return html.raw("</section>\n").toString();
    }

    private static String groups(String title, List<Group> groups) {
        HtmlTable table = new HtmlTable().text(title).numbers("Trades", "Win rate", "Before fees, USD");
        for (Group group : groups) {
            table.row()
                    .name(group.name())
                    .count(group.trades())
                    .percent(group.winRate())
                    .profit(group.pnl());
        }
        return table.markup();
    }

    private String confidence() {
        HtmlTable table =
                new HtmlTable().text("Confidence").numbers("Trades", "Win rate", "Average, USD", "Before fees, USD");
        for (Group group : report.byConfidence()) {
            table.row()
                    .name(group.name())
                    .count(group.trades())
                    .percent(group.winRate())
                    .profit(group.avgPnl())
                    .profit(group.pnl());
        }
        return table.markup();
    }

    private String symbols() {
        HtmlTable table = new HtmlTable()
                .text("Symbol")
                .numbers("Trades", "Wins", "Losses", "Win rate", "Realised, USD", "Funding, USD", "Fees, USD")
                .numbers("Net, USD", "Max drawdown, USD", "Slippage est., USD", "Fills", "Funding events");
        for (SymbolSummary symbol : report.perSymbol()) {
            table.row()
                    .name(symbol.symbol().name())
                    .count(symbol.trades())
                    .count(symbol.wins())
                    .count(symbol.losses())
                    .percent(symbol.winRate())
                    .profit(symbol.realisedPnlUsd())
                    .profit(symbol.fundingPnlUsd())
                    .usd(symbol.feesUsd())
                    .profit(symbol.netPnlUsd())
                    .usd(symbol.maxDrawdownUsd())
                    .usd(symbol.estimatedSlippageUsd())
                    .count(symbol.fills())
                    .count(symbol.fundingEvents());
        }
        return table.markup();
    }

    private String gates() {
        GateStatistics gates = report.gateStatistics();
        HtmlTable table = new HtmlTable().text("In the way").numbers("Bars", "Share of checks");
        gate(table, "Ranging market", gates.ranging());
        gate(table, "Anomaly", gates.anomaly());
        gate(table, "Extension from the fast average", gates.extension());
        gate(table, "ADX too low", gates.adxLow());
        gate(table, "ADX not rising", gates.adxNotRising());
        gate(table, "Volume", gates.volume());
        gate(table, "BTC alignment, either side", gates.btc());
        gate(table, "Confidence too low", gates.confidence());
        gate(table, "Re-entry wait (PESC)", gates.pesc());
        gate(table, "MACD sign (SSF)", gates.ssf());
        gate(table, "RSI extreme (REEF)", gates.reef());
        gate(table, "Margin", gates.margin());
        gate(table, "Open positions", gates.maxPositions());
        String checks =
                "%s checks gave %s signals (%s): %s buy, %s sell. A bar may fail several gates at once, so the shares do not add up."
                        .formatted(
                                Figures.count(gates.totalChecks()),
                                Figures.count(gates.signalsGenerated()),
                                Figures.percent(Figures.share(gates.signalsGenerated(), gates.totalChecks())),
                                Figures.count(gates.buy()),
                                Figures.count(gates.sell()));
        return new Html()
                .element("p", "note", checks)
                .raw("<div class=\"compact\">")
                .raw(table.markup())
                .raw("</div>")
                .toString();
    }

    private void gate(HtmlTable table, String name, long count) {
        double share = Figures.share(count, report.gateStatistics().totalChecks());
        table.row().name(name).count(count).percent(share);
    }

    private String trades() {
        return HtmlPage.resource("trades.html") + "<script type=\"application/json\" id=\"trade-data\">"
                + TradeData.of(result.trades()) + "</script>";
    }
}
