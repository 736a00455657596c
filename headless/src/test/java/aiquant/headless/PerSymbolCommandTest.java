package aiquant.headless;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sections of single symbols in runs over several.
class PerSymbolCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private Path candles;
    private Path config;

    @BeforeEach
    void writeFiles() throws IOException {
        candles = CandleFolder.write(folder.resolve("candles"), List.of("BTC", "ETH", "kPEPE"), 400);
        config = Files.writeString(folder.resolve("strategy.yaml"), """
                global:
                  filters: {enable_ranging_filter: false, require_adx_rising: false, require_btc_alignment: false}
                  thresholds: {entry: {min_adx: 5}}
                symbols:
                  kPEPE: {trade: {allocation_pct: 0.0001, min_notional_usd: 1000000}}
                  ETH: {trade: {max_open_positions: 1}, engine: {exit_interval: 5m}}
                """);
    }

    @Test
    void appliesEachSymbolsSectionAndNamesThoseThatHaveOne() throws IOException {
        JsonNode common = replay();
        JsonNode each = replay("--per-symbol");

        assertThat(trades(common, "kPEPE")).isPositive();
        assertThat(trades(each, "kPEPE")).isZero();
        assertThat(trades(each, "ETH")).isPositive();
        assertThat(each.get("config_fingerprint")).isNotEqualTo(common.get("config_fingerprint"));
    }

    @Test
    void saysWhatIsIgnored() {
        List<String> common = Program.run(arguments("replay")).err();
        List<String> each = Program.run(arguments("replay", "--per-symbol")).err();

        assertThat(common).anyMatch(line -> line.contains("ignored") && line.contains("kPEPE"));
        assertThat(each).noneMatch(line -> line.contains("one configuration serves all symbols"));
        assertThat(each)
                .contains("note: --per-symbol: parameters of their own have kPEPE")
                .anyMatch(line -> line.startsWith("warning: the section of ETH sets what belongs to the whole book"));
    }

    @Test
    void sweepsOverEachSymbolsOwnParameters() throws IOException {
        Path spec = Files.writeString(folder.resolve("sweep.yaml"), """
                lookback: 200
                axes:
                  - {path: trade.sl_atr_mult, values: [1.5]}
                """);
        Path rows = folder.resolve("rows.jsonl");

        Program.Ended swept = Program.run(
                arguments("sweep", "--per-symbol", "--sweep-spec", spec.toString(), "--output", rows.toString()));

        assertThat(swept.code()).as(String.join("\n", swept.err())).isZero();
        JsonNode row = JSON.readTree(Files.readAllLines(rows).getFirst());
        JsonNode replayed = replay("--per-symbol", "--set", "trade.sl_atr_mult=1.5");
        assertThat(row.get("total_trades")).isEqualTo(replayed.get("total_trades"));
        assertThat(row.get("final_balance")).isEqualTo(replayed.get("final_balance"));
        assertThat(row.get("config_fingerprint")).isEqualTo(replayed.get("config_fingerprint"));
    }

    private JsonNode replay(String... more) throws IOException {
        Program.Ended ended = Program.run(arguments("replay", more));
        assertThat(ended.code()).as(String.join("\n", ended.err())).isZero();
        return JSON.readTree(String.join("\n", ended.out()));
    }

    private String[] arguments(String command, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of(command, "--config", config.toString(), "--candles", candles.toString()));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    private static int trades(JsonNode report, String symbol) {
        for (JsonNode one : report.get("by_symbol")) {
            if (one.get("symbol").asText().equals(symbol)) {
                return one.get("trades").asInt();
            }
        }
        return 0;
    }
}
