package aiquant.engine.research;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.kernel.backtest.BacktestInput;
import aiquant.kernel.strategy.StrategyParams;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportJsonTest {

    private static final ReportJson.Options PLAIN =
            new ReportJson.Options("replay", "abc123", false, false, Optional.empty());
    private static final ReportJson.Options EVERYTHING =
            new ReportJson.Options("replay", "abc123", true, true, Optional.of(nothingDecided()));

    @Test
    void writesTheKeysInAlphabeticalOrder() throws IOException {
        JsonNode report = parsed(PLAIN);

        assertThat(keys(report))
                .containsExactly(
                        "avg_loss",
                        "avg_trade_pnl",
                        "avg_win",
                        "by_confidence",
                        "by_exit_reason",
                        "by_reason_code",
                        "by_side",
                        "by_symbol",
                        "config_fingerprint",
                        "config_id",
                        "final_balance",
                        "gate_stats",
                        "initial_balance",
                        "max_drawdown_pct",
                        "max_drawdown_usd",
                        "neutral_pct",
                        "per_symbol",
                        "profit_factor",
                        "sharpe_ratio",
                        "slippage_bps",
                        "total_fees",
                        "total_losses",
                        "total_pnl",
                        "total_signals",
                        "total_trades",
                        "total_wins",
                        "win_rate");
        assertThat(keys(report.get("by_confidence").get(0)))
                .containsExactly("avg_pnl", "confidence", "pnl", "trades", "win_rate");
        assertThat(keys(report.get("by_side").get(0))).containsExactly("pnl", "side", "trades", "win_rate");
        assertThat(keys(report.get("gate_stats"))).isSorted().hasSize(16);
        assertThat(keys(report.get("per_symbol").get("BTC"))).isSorted().hasSize(12);
    }

    @Test
    void addsLogsOnlyWhenAskedFor() throws IOException {
        JsonNode report = parsed(EVERYTHING);

        assertThat(keys(report)).isSorted().contains("decision_diagnostics", "equity_curve", "trades");
        assertThat(report.get("decision_diagnostics").isEmpty()).isTrue();
        assertThat(report.get("equity_curve").toString()).isEqualTo("[[1000,999.5],[2000,999.5]]");
        assertThat(keys(report.get("trades").get(1)))
                .containsExactly(
                        "action",
                        "balance",
                        "confidence",
                        "fee",
                        "pnl",
                        "price",
                        "reason",
                        "reason_code",
                        "size",
                        "symbol",
                        "timestamp");
        assertThat(report.get("trades").get(1).get("reason_code").textValue()).isEqualTo("exit_take_profit");
    }

    @Test
    void keepsWholeNumbersApartFromCounts() throws IOException {
        String text = text(2.5, PLAIN);

        assertThat(text).startsWith("{\n  \"avg_loss\": 0.0,\n").endsWith("\n}\n");
        assertThat(text).contains("\"initial_balance\": 1000.0,", "\"total_trades\": 1,", "\"profit_factor\": 2.5,");
        // 2 signals of 8 checks.
        assertThat(text).contains("\"signal_pct\": 0.25,", "\"signals_generated\": 2,");
    }

    @Test
    void spellsOutAnInfiniteProfitFactorAndNothingElse() throws IOException {
        assertThat(text(Double.POSITIVE_INFINITY, PLAIN)).contains("\"profit_factor\": \"Infinity\"");
        assertThat(text(Double.NEGATIVE_INFINITY, PLAIN)).contains("\"profit_factor\": \"-Infinity\"");
        assertThat(text(Double.NaN, PLAIN)).contains("\"profit_factor\": null");
    }

    @Test
    void replacesTheFileAndLeavesNothingElseBehind(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("out/report.json");
        Files.createDirectories(folder.resolve("out"));
        Files.writeString(file, "old");

        ReportJson.write(Samples.small(2.5), PLAIN, file);

        assertThat(Files.readString(file)).isEqualTo(text(2.5, PLAIN));
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void leavesTheWriterOpen() throws IOException {
        ClosingNoticed writer = new ClosingNoticed();

        ReportJson.write(Samples.small(2.5), PLAIN, writer);

        assertThat(writer.isClosed).isFalse();
    }

    private static final class ClosingNoticed extends StringWriter {
        private boolean isClosed;

        @Override
        public void close() {
            isClosed = true;
        }
    }

    private static String text(double profitFactor, ReportJson.Options options) throws IOException {
        Writer writer = new StringWriter();
        ReportJson.write(Samples.small(profitFactor), options, writer);
        return writer.toString();
    }

    private static DecisionDiagnostics nothingDecided() {
        return DecisionDiagnostics.of(BacktestInput.of(StrategyParams.defaults(), List.of(), 1_000.0, 200));
    }

    private static JsonNode parsed(ReportJson.Options options) throws IOException {
        return new ObjectMapper().readTree(text(2.5, options));
    }

    private static List<String> keys(JsonNode node) {
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }
}
