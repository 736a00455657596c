package aiquant.engine.research;

import aiquant.kernel.backtest.BacktestSummary;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;

/// What a row of a sweep's output says besides the figures.
///
/// @param overrides    values by path, in alphabetical order
/// @param verification how each axis's first value was taken; empty where nobody asked
record RowFields(String outputMode, Map<String, Double> overrides, List<OverrideCheck> verification) {

    RowFields {
        verification = List.copyOf(verification);
    }

    /// The fields, which follow one another in alphabetical order.
    void write(JsonGenerator json) throws IOException {
        json.writeStringField("output_mode", outputMode);
        if (!verification.isEmpty()) {
            json.writeArrayFieldStart("override_verification");
            for (OverrideCheck check : verification) {
                check.write(json);
            }
            json.writeEndArray();
        }
        overrides(json);
    }

    private void overrides(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("overrides");
        for (Map.Entry<String, Double> override : overrides.entrySet()) {
            ReportJson.number(json, override.getKey(), override.getValue());
        }
        json.writeEndObject();
    }

    /// The short row of the candidate mode.
    String candidate(String configId, BacktestSummary summary) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = ReportJson.FACTORY.createGenerator(text)) {
            json.writeStartObject();
            json.writeBooleanField("candidate_mode", true);
            json.writeStringField("config_id", configId);
            ReportJson.number(json, "max_drawdown_pct", summary.maxDrawdownPct());
            json.writeStringField("output_mode", outputMode);
            overrides(json);
            ReportJson.profitFactor(json, summary.profitFactor());
            json.writeNumberField("schema_version", 1);
            ReportJson.number(json, "total_pnl", summary.totalPnl());
            json.writeNumberField("total_trades", summary.totalTrades());
            json.writeEndObject();
        }
        return text.toString();
    }
}
