package aiquant.kernel.backtest;

import aiquant.kernel.backtest.BacktestReport.GateStatistics;
import aiquant.kernel.backtest.BacktestReport.Group;
import aiquant.kernel.backtest.BacktestReport.SymbolSummary;
import aiquant.kernel.market.Symbol;
import aiquant.kernel.rule.Booking;
import aiquant.kernel.rule.GateCount;
import aiquant.kernel.strategy.Confidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// Adds the logs of a replay up into its report. Sums run in log order.
final class ReportBuilder {
    /// Part of an exit sentence and the group that it puts the exit into.
    private static final String[][] CATEGORIES = {
        {"Stop Loss", "Stop Loss"},
        {"Trailing Stop", "Trailing Stop"},
        {"Take Profit", "Take Profit"},
        {"Signal Flip", "Signal Flip"},
        {"Trend Breakdown", "Trend Breakdown"},
        {"Trend Exhaustion", "Trend Exhaustion"},
        {"EMA Macro", "EMA Macro Breakdown"},
        {"Stagnation", "Stagnation Exit"},
        {"RSI Over", "RSI Overextension"},
        {"TSME", "TSME"},
        {"Saturation", "TSME"},
        {"MMDE", "MMDE"},
        {"Divergence", "MMDE"},
        {"Funding", "Funding Headwind"},
        {"Force Close", "Force Close (EOD)"},
    };

    private final double initialBalance;
    private final double finalBalance;
    private final double slippageBps;

    ReportBuilder(double initialBalance, double finalBalance, double slippageBps) {
        this.initialBalance = initialBalance;
        this.finalBalance = finalBalance;
        this.slippageBps = slippageBps;
    }

    BacktestReport build(List<TradeRecord> trades, int signals, EquityStatistics curve, long[] counts) {
        List<TradeRecord> closes = trades.stream().filter(TradeRecord::isExit).toList();
        Tally all = new Tally();
        closes.forEach(close -> all.add(close.pnl()));
        double fees = 0.0;
        for (TradeRecord trade : trades) {
            fees += trade.fee();
        }
        return new BacktestReport(
                initialBalance,
                finalBalance,
                finalBalance - initialBalance,
                all.trades,
                all.wins,
                all.losses,
                all.winRate(),
                all.profitFactor(),
                curve.sharpe(),
                curve.maxDrawdownUsd(),
                curve.maxDrawdownPct(),
                all.trades == 0 ? 0.0 : all.pnl / all.trades,
                all.wins == 0 ? 0.0 : all.grossProfit / all.wins,
                all.losses == 0 ? 0.0 : all.grossLoss / all.losses,
                fees,
                signals,
                slippageBps,
                byConfidence(closes),
                sorted(closes, trade -> exitCategory(trade.reason())),
                byReasonCode(closes),
                sorted(closes, trade -> trade.symbol().name()),
                sorted(closes, trade -> trade.action().endsWith("_LONG") ? "LONG" : "SHORT"),
                perSymbol(trades),
                gateStatistics(counts));
    }

    private static Group group(String name, Tally tally) {
        return new Group(
                name, tally.trades, tally.pnl, tally.winRate(), tally.trades == 0 ? 0.0 : tally.pnl / tally.trades);
    }

    private static List<Group> byConfidence(List<TradeRecord> closes) {
        List<Group> groups = new ArrayList<>();
        for (Confidence confidence : Confidence.values()) {
            Tally tally = new Tally();
            closes.stream().filter(trade -> trade.confidence() == confidence).forEach(close -> tally.add(close.pnl()));
            if (tally.trades > 0) {
                groups.add(group(confidence.name().toLowerCase(Locale.ROOT), tally));
            }
        }
        return groups;
    }

    private static List<Group> byReasonCode(List<TradeRecord> closes) {
        List<Group> groups = new ArrayList<>();
        for (ReasonCode code : ReasonCode.values()) {
            Tally tally = new Tally();
            closes.stream().filter(trade -> trade.reasonCode() == code).forEach(close -> tally.add(close.pnl()));
            if (tally.trades > 0) {
                groups.add(group(code.text(), tally));
            }
        }
        return groups;
    }

    private static List<Group> sorted(List<TradeRecord> closes, Function<TradeRecord, String> key) {
        Map<String, Tally> tallies = new TreeMap<>();
        for (TradeRecord close : closes) {
            tallies.computeIfAbsent(key.apply(close), name -> new Tally()).add(close.pnl());
        }
        return tallies.entrySet().stream()
                .map(entry -> group(entry.getKey(), entry.getValue()))
                .toList();
    }

    /// The group an exit sentence belongs to; sentences without a group stand for themselves.
    static String exitCategory(String reason) {
        for (String[] category : CATEGORIES) {
            if (reason.contains(category[0])) {
                return category[1];
            }
        }
        return reason;
    }

    private List<SymbolSummary> perSymbol(List<TradeRecord> trades) {
        Map<Symbol, SymbolTally> tallies = new TreeMap<>();
        for (TradeRecord trade : trades) {
            tallies.computeIfAbsent(trade.symbol(), symbol -> new SymbolTally()).add(trade, slippageBps);
        }
        return tallies.entrySet().stream()
                .map(entry -> entry.getValue().summary(entry.getKey()))
                .toList();
    }

    private static GateStatistics gateStatistics(long[] counts) {
        return new GateStatistics(
                counts[GateCount.CHECKS],
                counts[GateCount.NEUTRAL],
                counts[GateCount.BUY],
                counts[GateCount.SELL],
                counts[GateCount.RANGING],
                counts[GateCount.ANOMALY],
                counts[GateCount.EXTENSION],
                counts[GateCount.ADX_LOW],
                counts[GateCount.ADX_NOT_RISING],
                counts[GateCount.VOLUME],
                counts[GateCount.BTC],
                counts[GateCount.CONFIDENCE],
                counts[GateCount.MAX_POSITIONS],
                counts[GateCount.REENTRY],
                counts[GateCount.MACD_SIDE],
                counts[GateCount.RSI_EXTREME],
                counts[GateCount.MARGIN]);
    }

    /// One symbol's running sums.
    private static final class SymbolTally {
        private final Tally closes = new Tally();
        private double funding;
        private double fees;
        private double cumulative;
        private double peak;
        private double drawdown;
        private double slippage;
        private int fills;
        private int fundingEvents;

        void add(TradeRecord trade, double slippageBps) {
            cumulative += trade.pnl() - trade.fee();
            peak = Math.max(peak, cumulative);
            drawdown = Math.max(drawdown, peak - cumulative);
            fees += trade.fee();
            if (trade.action().equals("FUNDING")) {
                funding += trade.pnl();
                fundingEvents++;
                return;
            }
            fills++;
            slippage += trade.notional() * (trade.isExit() ? Booking.EXIT_SLIPPAGE_BPS : slippageBps) / 10000.0;
            if (trade.isExit()) {
                closes.add(trade.pnl());
            }
        }

        SymbolSummary summary(Symbol symbol) {
            return new SymbolSummary(
                    symbol,
                    closes.trades,
                    closes.wins,
                    closes.losses,
                    closes.winRate(),
                    closes.pnl,
                    funding,
                    fees,
                    closes.pnl + funding - fees,
                    drawdown,
                    slippage,
                    fills,
                    fundingEvents);
        }
    }
}
