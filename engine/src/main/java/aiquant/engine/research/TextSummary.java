package aiquant.engine.research;

import aiquant.kernel.backtest.BacktestReport;
import aiquant.kernel.backtest.BacktestReport.Group;
import aiquant.kernel.backtest.BacktestReport.SymbolSummary;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// A replay on one screen of a terminal.
public final class TextSummary {

    private static final int LABEL = 16;
    private static final int NAME = 26;
    private static final int SHOWN = 5;

    private final StringBuilder text = new StringBuilder();

    private TextSummary() {}

    /// Lines ended by `\n`, plain text.
    public static String of(BacktestReport report, RunFacts facts) {
        TextSummary summary = new TextSummary();
        summary.run(facts);
        summary.result(report);
        summary.symbols(report.perSymbol());
        summary.exits(report.byExitReason());
        return summary.text.toString();
    }

    private void run(RunFacts facts) {
        String label = "Data";
        for (String source : facts.data()) {
            line(label, source);
            label = "";
        }
        line("Period", Figures.minute(facts.fromMs()) + " to " + Figures.minute(facts.toMs()) + " UTC");
        line(
                "Bars",
                "%s of %s, %s"
                        .formatted(
                                Figures.count(facts.bars()),
                                facts.interval(),
                                Figures.counted(facts.symbols(), "symbol")));
        line("Configuration", facts.configuration() + " (" + facts.configId() + ")");
        line("Fingerprint", facts.fingerprint());
        line(
                "Run time",
                "%s, %s symbol-bars/s"
                        .formatted(
                                Figures.duration(facts.runTime()),
                                facts.runTime().isZero() ? "–" : Figures.magnitude(facts.symbolBarsPerSecond())));
        text.append('\n');
    }

    private void result(BacktestReport report) {
        line("Balance", Figures.usd(report.initialBalance()) + " -> " + Figures.usd(report.finalBalance()) + " USD");
        line(
                "Profit and loss",
                Figures.signedUsd(report.totalPnl()) + " USD ("
                        + Figures.signedPercent(Figures.ratio(report.totalPnl(), report.initialBalance()))
                        + ", after fees and funding)");
        line("Fees", Figures.usd(report.totalFees()) + " USD");
        line(
                "Trades",
                "%s (%s won, %s lost), win rate %s"
                        .formatted(
                                Figures.count(report.totalTrades()),
                                Figures.count(report.totalWins()),
                                Figures.count(report.totalLosses()),
                                Figures.percent(report.winRate())));
        line(
                "Per trade",
                "%s, winners %s, losers %s USD"
                        .formatted(
                                Figures.signedUsd(report.avgTradePnl()),
                                Figures.signedUsd(report.avgWin()),
                                Figures.signedUsd(report.avgLoss())));
        line("Profit factor", Figures.factor(report.profitFactor()));
        line("Sharpe", Figures.factor(report.sharpeRatio()));
        line(
                "Max drawdown",
                Figures.usd(report.maxDrawdownUsd()) + " USD (" + Figures.percent(report.maxDrawdownPct()) + ")");
    }

    private void symbols(List<SymbolSummary> all) {
        List<SymbolSummary> ranked = all.stream()
                .filter(symbol -> symbol.fills() > 0)
                .sorted(Comparator.comparingDouble(SymbolSummary::netPnlUsd)
                        .reversed()
                        .thenComparing(SymbolSummary::symbol))
                .toList();
        if (ranked.isEmpty()) {
            return;
        }
        boolean isShort = ranked.size() <= 2 * SHOWN;
        table(isShort ? "Symbols" : "Best symbols", "net USD");
        ranked.subList(0, isShort ? ranked.size() : SHOWN).forEach(this::symbol);
        if (!isShort) {
            table("Worst symbols", "net USD");
            ranked.reversed().subList(0, SHOWN).forEach(this::symbol);
        }
    }

    private void symbol(SymbolSummary symbol) {
        row(symbol.symbol().name(), symbol.trades(), symbol.winRate(), symbol.netPnlUsd());
    }

    private void exits(List<Group> groups) {
        if (groups.isEmpty()) {
            return;
        }
        table("Exits", "USD");
        groups.stream()
                .sorted(Comparator.comparingInt(Group::trades).reversed().thenComparing(Group::name))
                .forEach(group -> row(group.name(), group.trades(), group.winRate(), group.pnl()));
    }

    private void line(String label, String value) {
        text.append(("%-" + LABEL + "s").formatted(label)).append(value).append('\n');
    }

    private void table(String title, String money) {
        text.append('\n')
                .append(String.format(Locale.ROOT, "%-" + NAME + "s %8s %9s %15s%n", title, "trades", "win rate", money)
                        .replace("\r\n", "\n"));
    }

    private void row(String name, int trades, double winRate, double pnl) {
        text.append(String.format(
                        Locale.ROOT,
                        "  %-" + (NAME - 2) + "s %8s %9s %15s",
                        name,
                        Figures.count(trades),
                        Figures.percent(winRate),
                        Figures.signedUsd(pnl)))
                .append('\n');
    }
}
