package aiquant.engine.research;

import aiquant.kernel.backtest.BacktestReport;
import aiquant.kernel.backtest.EquityPoint;
import aiquant.kernel.statistics.BacktestOverfitting;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// A walk-forward as JSON, keys in alphabetical order; what is not known is `null`.
public final class WalkForwardJson {

    private WalkForwardJson() {}

    /// Replaces the file in one step.
    public static void write(WalkForwardResult result, Path file) throws IOException {
        ReportFile.write(file, writer -> write(result, writer));
    }

    static void write(WalkForwardResult result, Writer writer) throws IOException {
        try (JsonGenerator json = ReportJson.FACTORY.createGenerator(writer)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.setPrettyPrinter(ReportJson.indented());
            result(json, result);
        }
        writer.write('\n');
        writer.flush();
    }

    private static void result(JsonGenerator json, WalkForwardResult result) throws IOException {
        json.writeStartObject();
        json.writeBooleanField("complete", result.isComplete());
        json.writeArrayFieldStart("equity_curve");
        for (EquityPoint point : result.equity()) {
            json.writeStartArray();
            json.writeNumber(point.timeMs());
            json.writeRawValue(JsonNumber.text(point.value()));
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("folds");
        for (FoldResult fold : result.folds()) {
            fold(json, fold);
        }
        json.writeEndArray();
        json.writeNumberField("folds_planned", result.planned());
        ReportJson.number(json, "initial_balance", result.initialBalance());
        stitched(json, result);
        overfitting(json, result);
        json.writeNumberField("trials", result.trials());
        ReportJson.number(json, "walk_forward_efficiency", result.efficiency());
        windows(json, result.windows());
        json.writeEndObject();
    }

    private static void fold(JsonGenerator json, FoldResult result) throws IOException {
        Fold fold = result.fold();
        json.writeStartObject();
        json.writeStringField("config_id", "sweep_" + result.choice().index());
        ReportJson.number(json, "deflated_sharpe_ratio", result.deflatedSharpe());
        ReportJson.number(json, "expected_max_sharpe_ratio", result.expectedSharpe());
        json.writeNumberField("fold", fold.number());
        window(json, "in_sample", fold.trainFromMs(), fold.trainToMs(), result.inSample());
        window(json, "out_of_sample", fold.testFromMs(), fold.testToMs(), result.outOfSample());
        json.writeObjectFieldStart("overrides");
        for (Map.Entry<String, Double> one : new TreeMap<>(result.choice().overrides()).entrySet()) {
            ReportJson.number(json, one.getKey(), one.getValue());
        }
        json.writeEndObject();
        json.writeNumberField("trials", result.trials());
        ReportJson.number(json, "walk_forward_efficiency", result.efficiency());
        json.writeEndObject();
    }

    private static void window(JsonGenerator json, String key, long fromMs, long toMs, BacktestReport report)
            throws IOException {
        json.writeObjectFieldStart(key);
        json.writeNumberField("from_ms", fromMs);
        ReportJson.number(json, "max_drawdown_pct", report.maxDrawdownPct());
        ReportJson.profitFactor(json, report.profitFactor());
        ReportJson.number(json, "sharpe_ratio", report.sharpeRatio());
        json.writeNumberField("to_ms", toMs);
        ReportJson.number(json, "total_pnl", report.totalPnl());
        json.writeNumberField("total_trades", report.totalTrades());
        ReportJson.number(json, "win_rate", report.winRate());
        json.writeEndObject();
    }

    private static void stitched(JsonGenerator json, WalkForwardResult result) throws IOException {
        WalkForwardResult.Stitched out = result.outOfSample();
        json.writeObjectFieldStart("out_of_sample");
        ReportJson.number(json, "final_balance", out.finalBalance());
        ReportJson.number(json, "max_drawdown_pct", out.maxDrawdownPct());
        ReportJson.number(json, "probabilistic_sharpe_ratio", out.probability());
        json.writeNumberField("profitable_folds", result.profitable());
        ReportJson.number(json, "sharpe_ratio", out.annualSharpe());
        ReportJson.number(json, "total_pnl", out.finalBalance() - result.initialBalance());
        json.writeEndObject();
    }

    private static void overfitting(JsonGenerator json, WalkForwardResult result) throws IOException {
        json.writeFieldName("overfitting");
        if (result.overfitting().isEmpty()) {
            json.writeNull();
            return;
        }
        BacktestOverfitting odds = result.overfitting().get();
        json.writeStartObject();
        json.writeNumberField("blocks", odds.blocks());
        json.writeNumberField("days", odds.rows());
        ReportJson.number(json, "median_logit", odds.medianLogit());
        ReportJson.number(json, "probability_of_backtest_overfitting", odds.probability());
        ReportJson.number(json, "probability_of_loss", odds.probabilityOfLoss());
        json.writeNumberField("splits", odds.splits());
        json.writeNumberField("trials", odds.trials());
        json.writeEndObject();
    }

    private static void windows(JsonGenerator json, WalkForwardWindows windows) throws IOException {
        json.writeObjectFieldStart("windows");
        json.writeBooleanField("anchored", windows.isAnchored());
        json.writeNumberField("purge_ms", windows.purgeMs());
        json.writeNumberField("step_ms", windows.stepMs());
        json.writeNumberField("test_ms", windows.testMs());
        json.writeNumberField("train_ms", windows.trainMs());
        json.writeEndObject();
    }
}
