package aiquant.engine.research;

import aiquant.kernel.backtest.BacktestReport;
import aiquant.kernel.backtest.BacktestReport.GateStatistics;
import aiquant.kernel.backtest.BacktestReport.Group;
import aiquant.kernel.backtest.BacktestReport.SymbolSummary;
import aiquant.kernel.backtest.BacktestResult;
import aiquant.kernel.backtest.EquityPoint;
import aiquant.kernel.backtest.TradeRecord;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The replay report as JSON: the reference's keys in alphabetical order, its number format and its indentation.
public final class ReportJson {

    static final JsonFactory FACTORY = new ObjectMapper().getFactory();

    private ReportJson() {}

    /// What to say about the run and which logs to include.
    ///
    /// @param configId            `replay`, or the name of a sweep's row
    /// @param decisionDiagnostics written as they are found; the key is absent when none were asked for
    public record Options(
            String configId,
            String configFingerprint,
            boolean equityCurve,
            boolean trades,
            Optional<DecisionDiagnostics> decisionDiagnostics) {}

    /// Replaces the file in one step.
    public static void write(BacktestResult result, Options options, Path file) throws IOException {
        ReportFile.write(file, writer -> write(result, options, writer));
    }

    /// Writes and flushes; the writer stays open, as standard output must.
    public static void write(BacktestResult result, Options options, Writer writer) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(writer)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.setPrettyPrinter(indented());
            report(json, result, options, Optional.empty());
        }
        writer.write('\n');
        writer.flush();
    }

    /// A sweep's row in full, on one line without its end.
    static String row(BacktestReport report, String configId, String fingerprint, RowFields row) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            Options options = new Options(configId, fingerprint, false, false, Optional.empty());
            report(json, new BacktestResult(report, List.of(), List.of(), List.of()), options, Optional.of(row));
        }
        return text.toString();
    }

    static DefaultPrettyPrinter indented() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        Separators separators = Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withArrayEmptySeparator("")
                .withObjectEmptySeparator("");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(separators);
        printer.indentArraysWith(indenter);
        printer.indentObjectsWith(indenter);
        return printer;
    }

    private static void report(JsonGenerator json, BacktestResult result, Options options, Optional<RowFields> row)
            throws IOException {
        BacktestReport report = result.report();
        json.writeStartObject();
        number(json, "avg_loss", report.avgLoss());
        number(json, "avg_trade_pnl", report.avgTradePnl());
        number(json, "avg_win", report.avgWin());
        confidenceGroups(json, report.byConfidence());
        groups(json, "by_exit_reason", "reason", report.byExitReason());
        groups(json, "by_reason_code", "reason_code", report.byReasonCode());
        groups(json, "by_side", "side", report.bySide());
        groups(json, "by_symbol", "symbol", report.bySymbol());
        json.writeStringField("config_fingerprint", options.configFingerprint());
        json.writeStringField("config_id", options.configId());
        if (options.decisionDiagnostics().isPresent()) {
            json.writeFieldName("decision_diagnostics");
            options.decisionDiagnostics().get().write(json);
        }
        if (options.equityCurve()) {
            equityCurve(json, result.equity());
        }
        number(json, "final_balance", report.finalBalance());
        gateStatistics(json, report.gateStatistics());
        number(json, "initial_balance", report.initialBalance());
        number(json, "max_drawdown_pct", report.maxDrawdownPct());
        number(json, "max_drawdown_usd", report.maxDrawdownUsd());
        number(json, "neutral_pct", 0.0);
        if (row.isPresent()) {
            row.get().write(json);
        }
        perSymbol(json, report.perSymbol());
        profitFactor(json, report.profitFactor());
        number(json, "sharpe_ratio", report.sharpeRatio());
        number(json, "slippage_bps", report.slippageBps());
        number(json, "total_fees", report.totalFees());
        json.writeNumberField("total_losses", report.totalLosses());
        number(json, "total_pnl", report.totalPnl());
        json.writeNumberField("total_signals", report.totalSignals());
        json.writeNumberField("total_trades", report.totalTrades());
        json.writeNumberField("total_wins", report.totalWins());
        if (options.trades()) {
            trades(json, result.trades());
        }
        number(json, "win_rate", report.winRate());
        json.writeEndObject();
    }

    private static void confidenceGroups(JsonGenerator json, List<Group> groups) throws IOException {
        json.writeArrayFieldStart("by_confidence");
        for (Group group : groups) {
            json.writeStartObject();
            number(json, "avg_pnl", group.avgPnl());
            json.writeStringField("confidence", group.name());
            number(json, "pnl", group.pnl());
            json.writeNumberField("trades", group.trades());
            number(json, "win_rate", group.winRate());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void groups(JsonGenerator json, String key, String nameKey, List<Group> groups) throws IOException {
        json.writeArrayFieldStart(key);
        for (Group group : groups) {
            json.writeStartObject();
            number(json, "pnl", group.pnl());
            json.writeStringField(nameKey, group.name());
            json.writeNumberField("trades", group.trades());
            number(json, "win_rate", group.winRate());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void equityCurve(JsonGenerator json, List<EquityPoint> points) throws IOException {
        json.writeArrayFieldStart("equity_curve");
        for (EquityPoint point : points) {
            json.writeStartArray();
            json.writeNumber(point.timeMs());
            json.writeRawValue(JsonNumber.text(point.value()));
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private static void gateStatistics(JsonGenerator json, GateStatistics gates) throws IOException {
        json.writeObjectFieldStart("gate_stats");
        json.writeNumberField("blocked_by_adx_low", gates.adxLow());
        json.writeNumberField("blocked_by_adx_not_rising", gates.adxNotRising());
        json.writeNumberField("blocked_by_anomaly", gates.anomaly());
        json.writeNumberField("blocked_by_btc", gates.btc());
        json.writeNumberField("blocked_by_confidence", gates.confidence());
        json.writeNumberField("blocked_by_extension", gates.extension());
        json.writeNumberField("blocked_by_margin", gates.margin());
        json.writeNumberField("blocked_by_max_positions", gates.maxPositions());
        json.writeNumberField("blocked_by_pesc", gates.pesc());
        json.writeNumberField("blocked_by_ranging", gates.ranging());
        json.writeNumberField("blocked_by_reef", gates.reef());
        json.writeNumberField("blocked_by_ssf", gates.ssf());
        json.writeNumberField("blocked_by_volume", gates.volume());
        number(json, "signal_pct", Figures.share(gates.signalsGenerated(), gates.totalChecks()));
        json.writeNumberField("signals_generated", gates.signalsGenerated());
        json.writeNumberField("total_checks", gates.totalChecks());
        json.writeEndObject();
    }

    private static void perSymbol(JsonGenerator json, List<SymbolSummary> summaries) throws IOException {
        json.writeObjectFieldStart("per_symbol");
        for (SymbolSummary summary : summaries) {
            json.writeObjectFieldStart(summary.symbol().name());
            number(json, "estimated_slippage_usd", summary.estimatedSlippageUsd());
            number(json, "fees_usd", summary.feesUsd());
            json.writeNumberField("fills", summary.fills());
            json.writeNumberField("funding_events", summary.fundingEvents());
            number(json, "funding_pnl_usd", summary.fundingPnlUsd());
            json.writeNumberField("losses", summary.losses());
            number(json, "max_drawdown_usd", summary.maxDrawdownUsd());
            number(json, "net_pnl_usd", summary.netPnlUsd());
            number(json, "realised_pnl_usd", summary.realisedPnlUsd());
            json.writeNumberField("trades", summary.trades());
            number(json, "win_rate", summary.winRate());
            json.writeNumberField("wins", summary.wins());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    static void profitFactor(JsonGenerator json, double value) throws IOException {
        if (Double.isInfinite(value)) {
            json.writeStringField("profit_factor", value > 0 ? "Infinity" : "-Infinity");
        } else {
            number(json, "profit_factor", value);
        }
    }

    private static void trades(JsonGenerator json, List<TradeRecord> trades) throws IOException {
        json.writeFieldName("trades");
        fills(json, trades);
    }

    /// Lines of the trade log as an array.
    static void fills(JsonGenerator json, List<TradeRecord> trades) throws IOException {
        json.writeStartArray();
        for (TradeRecord trade : trades) {
            json.writeStartObject();
            json.writeStringField("action", trade.action());
            number(json, "balance", trade.balance());
            json.writeStringField("confidence", trade.confidence().name().toLowerCase(Locale.ROOT));
            number(json, "fee", trade.fee());
            number(json, "pnl", trade.pnl());
            number(json, "price", trade.price());
            json.writeStringField("reason", trade.reason());
            json.writeStringField("reason_code", trade.reasonCode().text());
            number(json, "size", trade.size());
            json.writeStringField("symbol", trade.symbol().name());
            json.writeNumberField("timestamp", trade.timeMs());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void number(JsonGenerator json, String key, double value) throws IOException {
        json.writeFieldName(key);
        json.writeRawValue(JsonNumber.text(value));
    }
}
