package aiquant.engine.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.kernel.backtest.BacktestReport;
import aiquant.kernel.backtest.BacktestReport.Group;
import aiquant.kernel.backtest.BacktestResult;
import aiquant.kernel.backtest.TradeRecord;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Compares a result with what was recorded, exactly.
final class Expectations {

    private Expectations() {}

    static void tradesEqual(BacktestResult result, JsonNode fields, JsonNode rows) {
        for (int i = 0; i < Math.min(rows.size(), result.trades().size()); i++) {
            TradeRecord trade = result.trades().get(i);
            for (int f = 0; f < fields.size(); f++) {
                String name = fields.get(f).asText();
                JsonNode expected = rows.get(i).get(f);
                if (expected.isNumber()) {
                    assertThat(number(trade, name))
                            .as("%s of trade %d (%s)", name, i, trade)
                            .isEqualTo(expected.asDouble());
                } else {
                    assertThat(text(trade, name))
                            .as("%s of trade %d (%s)", name, i, trade)
                            .isEqualTo(expected.asText());
                }
            }
        }
        assertThat(result.trades()).hasSize(rows.size());
    }

    private static double number(TradeRecord trade, String field) {
        double value = switch (field) {
            case "timestamp_ms" -> trade.timeMs();
            case "price" -> trade.price();
            case "size" -> trade.size();
            case "notional" -> trade.notional();
            case "pnl" -> trade.pnl();
            case "fee_usd" -> trade.fee();
            case "balance" -> trade.balance();
            case "entry_atr" -> trade.entryAtr();
            case "leverage" -> trade.leverage();
            case "margin_used" -> trade.margin();
            default -> throw new IllegalArgumentException(field);
        };
        return value == 0.0 ? 0.0 : value;
    }

    private static String text(TradeRecord trade, String field) {
        return switch (field) {
            case "symbol" -> trade.symbol().name();
            case "action" -> trade.action();
            case "reason" -> trade.reason();
            case "confidence" -> trade.confidence().name().toLowerCase(Locale.ROOT);
            default -> throw new IllegalArgumentException(field);
        };
    }

    static void reportEquals(BacktestReport report, JsonNode expected) {
        for (Map.Entry<String, JsonNode> entry : expected.properties()) {
            double value = entry.getValue().isTextual()
                    ? Double.POSITIVE_INFINITY
                    : entry.getValue().asDouble();
            assertThat(metric(report, entry.getKey())).as(entry.getKey()).isEqualTo(value);
        }
    }

    private static double metric(BacktestReport report, String name) {
        double value = switch (name) {
            case "final_balance" -> report.finalBalance();
            case "total_pnl" -> report.totalPnl();
            case "total_trades" -> report.totalTrades();
            case "total_wins" -> report.totalWins();
            case "total_losses" -> report.totalLosses();
            case "win_rate" -> report.winRate();
            case "profit_factor" -> report.profitFactor();
            case "sharpe_ratio" -> report.sharpeRatio();
            case "max_drawdown_usd" -> report.maxDrawdownUsd();
            case "max_drawdown_pct" -> report.maxDrawdownPct();
            case "avg_trade_pnl" -> report.avgTradePnl();
            case "avg_win" -> report.avgWin();
            case "avg_loss" -> report.avgLoss();
            case "total_signals" -> report.totalSignals();
            case "total_fees" -> report.totalFees();
            default -> throw new IllegalArgumentException(name);
        };
        return value == 0.0 ? 0.0 : value;
    }

    static void gatesEqual(BacktestReport.GateStatistics gates, JsonNode expected) {
        for (Map.Entry<String, JsonNode> entry : expected.properties()) {
            assertThat(counter(gates, entry.getKey()))
                    .as(entry.getKey())
                    .isEqualTo(entry.getValue().asLong());
        }
    }

    private static long counter(BacktestReport.GateStatistics gates, String name) {
        return switch (name) {
            case "total_checks" -> gates.totalChecks();
            case "neutral" -> gates.neutral();
            case "buy" -> gates.buy();
            case "sell" -> gates.sell();
            case "ranging" -> gates.ranging();
            case "anomaly" -> gates.anomaly();
            case "extension" -> gates.extension();
            case "adx_low" -> gates.adxLow();
            case "adx_not_rising" -> gates.adxNotRising();
            case "volume" -> gates.volume();
            case "btc" -> gates.btc();
            case "confidence" -> gates.confidence();
            case "max_positions" -> gates.maxPositions();
            case "pesc" -> gates.pesc();
            case "ssf" -> gates.ssf();
            case "reef" -> gates.reef();
            case "margin" -> gates.margin();
            default -> throw new IllegalArgumentException(name);
        };
    }

    static void breakdownEquals(BacktestReport report, JsonNode breakdown) {
        groupsEqual(report.byConfidence(), breakdown.get("by_confidence"), "confidence");
        groupsEqual(report.byExitReason(), breakdown.get("by_exit_reason"), "reason");
        groupsEqual(report.byReasonCode(), breakdown.get("by_reason_code"), "reason_code");
        groupsEqual(report.bySymbol(), breakdown.get("by_symbol"), "symbol");
        groupsEqual(report.bySide(), breakdown.get("by_side"), "side");
    }

    private static void groupsEqual(List<Group> groups, JsonNode expected, String key) {
        assertThat(groups).as("groups by " + key).hasSize(expected.size());
        for (int i = 0; i < expected.size(); i++) {
            Group group = groups.get(i);
            JsonNode row = expected.get(i);
            assertThat(group.name()).as(key + " " + i).isEqualTo(row.get(key).asText());
            assertThat(group.trades()).isEqualTo(row.get("trades").asInt());
            assertThat(group.pnl() + 0.0).isEqualTo(row.get("pnl").asDouble());
            assertThat(group.winRate()).isEqualTo(row.get("win_rate").asDouble());
            if (row.has("avg_pnl")) {
                assertThat(group.avgPnl() + 0.0).isEqualTo(row.get("avg_pnl").asDouble());
            }
        }
    }
}
