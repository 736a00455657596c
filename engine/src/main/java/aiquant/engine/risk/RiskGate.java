package aiquant.engine.risk;

import aiquant.config.RiskLimits;
import aiquant.kernel.decision.Intent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The last word before an order exists: a list of small checks in fixed order, the first refusal wins.
///
/// Checks after the kill level never apply to intents that reduce exposure. Stateless; a check is added to [#entry]
/// and,
/// where a person should see how close it is, to [#usage].
public final class RiskGate {
    private final RiskLimits limits;

    public RiskGate(RiskLimits limits) {
        this.limits = limits;
    }

    /// What the checks look at. Amounts in USD.
    ///
    /// @param heat what is lost if every stop is hit
    public record Exposure(
            KillLevel kill,
            double equity,
            int openPositions,
            double notional,
            double margin,
            double heat,
            int entriesInMinute,
            double dayLoss,
            double drawdownPct) {}

    /// How much of one limit is used.
    public record Usage(String name, double used, double limit, String unit, String consequence) {}

    /// @param isOperator a person asked for it: an exit then passes a halted strategy
    public Verdict check(Intent intent, boolean isOperator, Exposure now) {
        return switch (intent) {
            case Intent.Open open -> entry(open.notional(), open.margin(), 1, now);
            case Intent.Add add -> entry(add.notional(), add.margin(), 0, now);
            case Intent.Reduce _, Intent.Close _ -> exit(isOperator, now.kill());
        };
    }

    private static Verdict exit(boolean isOperator, KillLevel kill) {
        boolean isAllowed = isOperator ? kill.allowsFlatten() : kill.allowsStrategyExits();
        return isAllowed
                ? new Verdict.Allowed()
                : new Verdict.Denied("kill_level", "exits are off while the kill switch is at " + kill);
    }

    private Verdict entry(double notional, double margin, int positions, Exposure now) {
        if (!now.kill().allowsEntries()) {
            return new Verdict.Denied("kill_level", "entries are off while the kill switch is at " + now.kill());
        }
        return firstOf(List.of(
                        over("order_notional", "order of", notional, limits.maxOrderNotionalUsd(), "USD"),
                        over(
                                "open_positions",
                                "positions",
                                now.openPositions() + (double) positions,
                                limits.maxOpenPositions(),
                                ""),
                        over(
                                "leverage",
                                "leverage",
                                (now.notional() + notional) / now.equity(),
                                limits.maxLeverage(),
                                "x"),
                        over(
                                "margin",
                                "margin",
                                (now.margin() + margin) / now.equity() * 100.0,
                                limits.maxTotalMarginPct(),
                                "%"),
                        over("exposure", "exposure", now.notional() + notional, limits.maxExposureUsd(), "USD"),
                        over("heat", "heat", now.heat() / now.equity() * 100.0, limits.maxHeatPct(), "%"),
                        over("daily_loss", "loss today", now.dayLoss(), limits.maxDailyLossUsd(), "USD"),
                        over("drawdown", "drawdown", now.drawdownPct(), limits.maxDrawdownPct(), "%"),
                        over(
                                "entry_rate",
                                "entries in a minute",
                                now.entriesInMinute() + 1.0,
                                limits.maxEntriesPerMinute(),
                                "")))
                .orElseGet(Verdict.Allowed::new);
    }

    private static Optional<Verdict> firstOf(List<Optional<Verdict>> verdicts) {
        return verdicts.stream().flatMap(Optional::stream).findFirst();
    }

    private static Optional<Verdict> over(String check, String what, double actual, double limit, String unit) {
        if (limit == 0.0 || actual <= limit) {
            return Optional.empty();
        }
        String text = String.format(Locale.ROOT, "%s %,.2f exceeds %,.2f %s", what, actual, limit, unit);
        return Optional.of(new Verdict.Denied(check, text.strip()));
    }

    /// Whether a limit is broken that stops entries until a person resumes them.
    public Optional<String> breach(Exposure now) {
        return firstOf(List.of(
                        over("daily_loss", "loss today", now.dayLoss(), limits.maxDailyLossUsd(), "USD"),
                        over("drawdown", "drawdown", now.drawdownPct(), limits.maxDrawdownPct(), "%")))
                .map(verdict -> ((Verdict.Denied) verdict).text());
    }

    /// Every limit that is on, with how much of it is used.
    public List<Usage> usage(Exposure now) {
        List<Usage> usage = new ArrayList<>();
        String refuse = "entry refused";
        String pause = "entries paused";
        add(usage, "Open positions", now.openPositions(), limits.maxOpenPositions(), "", refuse);
        add(usage, "Leverage", now.notional() / now.equity(), limits.maxLeverage(), "x", refuse);
        add(usage, "Margin", now.margin() / now.equity() * 100.0, limits.maxTotalMarginPct(), "%", refuse);
        add(usage, "Exposure", now.notional(), limits.maxExposureUsd(), "USD", refuse);
        add(usage, "Heat", now.heat() / now.equity() * 100.0, limits.maxHeatPct(), "%", refuse);
        add(usage, "Daily loss", now.dayLoss(), limits.maxDailyLossUsd(), "USD", pause);
        add(usage, "Drawdown", now.drawdownPct(), limits.maxDrawdownPct(), "%", pause);
        return usage;
    }

    private static void add(
            List<Usage> usage, String name, double used, double limit, String unit, String consequence) {
        if (limit > 0.0) {
            usage.add(new Usage(name, used, limit, unit, consequence));
        }
    }
}
