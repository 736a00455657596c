package aiquant.engine.research;

import aiquant.kernel.backtest.BacktestReport;
import java.util.Locale;

/// A walk-forward on one screen of a terminal: each fold in sample and out of sample, then what following them earned.
public final class WalkForwardText {

    private static final int LABEL = 16;

    private final StringBuilder text = new StringBuilder();

    private WalkForwardText() {}

    /// Lines ended by `\n`, plain text.
    public static String of(WalkForwardResult result) {
        WalkForwardText summary = new WalkForwardText();
        if (!result.folds().isEmpty()) {
            summary.folds(result);
        }
        summary.together(result);
        return summary.text.toString();
    }

    private void folds(WalkForwardResult result) {
        row(
                "fold",
                "window",
                "days",
                "PnL, USD",
                "per day",
                "Sharpe",
                "max DD",
                "trades",
                "win rate",
                "factor",
                "deflated");
        for (FoldResult one : result.folds()) {
            Fold fold = one.fold();
            window(
                    Integer.toString(fold.number()),
                    "train ",
                    fold.trainFromMs(),
                    fold.trainToMs(),
                    one.inSample(),
                    probability(one.deflatedSharpe()));
            window("", "test  ", fold.testFromMs(), fold.testToMs(), one.outOfSample(), "");
            text.append("      best of ")
                    .append(Figures.count(one.trials()))
                    .append(": #")
                    .append(one.choice().index())
                    .append(' ')
                    .append(one.choice().brief())
                    .append('\n');
        }
        text.append('\n');
    }

    private void window(String fold, String what, long fromMs, long toMs, BacktestReport report, String deflated) {
        double days = FoldResult.days(fromMs, toMs);
        row(
                fold,
                what + Figures.day(fromMs) + "…" + Figures.day(toMs).substring(5),
                Figures.fixed(days, days < 10 ? 1 : 0),
                Figures.signedUsd(report.totalPnl()),
                Figures.signedUsd(report.totalPnl() / days),
                Figures.factor(report.sharpeRatio()),
                Figures.percent(report.maxDrawdownPct()),
                Figures.count(report.totalTrades()),
                Figures.percent(report.winRate()),
                Figures.factor(report.profitFactor()),
                deflated);
    }

    private void together(WalkForwardResult result) {
        line("Trials", trials(result));
        if (!result.isComplete()) {
            line("Stopped", "%d of %d folds were done".formatted(result.folds().size(), result.planned()));
        }
        if (result.folds().isEmpty()) {
            return;
        }
        WalkForwardResult.Stitched out = result.outOfSample();
        line(
                "Out of sample",
                "%s -> %s USD (%s), %d of %d folds in profit, max drawdown %s"
                        .formatted(
                                Figures.usd(result.initialBalance()),
                                Figures.usd(out.finalBalance()),
                                Figures.signedPercent(out.finalBalance() / result.initialBalance() - 1),
                                result.profitable(),
                                result.folds().size(),
                                Figures.percent(out.maxDrawdownPct())));
        line(
                "Sharpe",
                "%s out of sample; positive with probability %s"
                        .formatted(Figures.factor(out.annualSharpe()), probability(out.probability())));
        FoldResult last = result.folds().getLast();
        line(
                "Deflated Sharpe",
                "%s for the last choice: in sample %s, and luck alone gives %s to the best of %s"
                        .formatted(
                                probability(last.deflatedSharpe()),
                                Figures.factor(last.inSample().sharpeRatio()),
                                Figures.factor(last.expectedSharpe()),
                                Figures.count(last.trials())));
        line("Efficiency", efficiency(result));
        line("Overfitting", overfitting(result));
    }

    /// How many trials the choices were made from, in words.
    static String trials(WalkForwardResult result) {
        return "%s in %s; each choice is the best by profit of one fold's trials"
                .formatted(
                        Figures.counted(result.trials(), "trial"),
                        Figures.counted(result.folds().size(), "fold"));
    }

    static String efficiency(WalkForwardResult result) {
        double efficiency = result.efficiency();
        return Double.isNaN(efficiency)
                ? "none: the choices earned nothing in sample"
                : Figures.percent(efficiency) + " of the daily profit in sample was kept out of sample";
    }

    static String overfitting(WalkForwardResult result) {
        return result.overfitting()
                .map(odds -> "probability %s (%s over %s days, %s splits); %s of the picks lost outside their sample"
                        .formatted(
                                Figures.fixed(odds.probability(), 2),
                                Figures.counted(odds.trials(), "trial"),
                                Figures.count(odds.rows()),
                                Figures.count(odds.splits()),
                                Figures.percent(odds.probabilityOfLoss())))
                .orElse("not measured: it needs at least 2 different trials, 8 days, and a run to the end");
    }

    static String probability(double value) {
        return Double.isNaN(value) ? "–" : Figures.fixed(value, 4);
    }

    private void line(String label, String value) {
        text.append(("%-" + LABEL + "s").formatted(label)).append(value).append('\n');
    }

    private void row(Object... cells) {
        text.append(String.format(Locale.ROOT, "%4s  %-22s %6s %12s %10s %7s %8s %7s %9s %7s %9s", cells)
                        .stripTrailing())
                .append('\n');
    }
}
