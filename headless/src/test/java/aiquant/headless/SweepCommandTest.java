package aiquant.headless;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A sweep as a person asks for it.
class SweepCommandTest {

    @TempDir
    Path folder;

    private Path candles;
    private Path spec;
    private Path output;
    private Path config;

    @BeforeEach
    void writeFiles() throws IOException {
        candles = CandleFolder.write(folder.resolve("candles"), List.of("BTC", "ETH"), 120);
        config = Files.writeString(folder.resolve("strategy.yaml"), "{}\n");
        spec = Files.writeString(folder.resolve("sweep.yaml"), """
                lookback: 40
                axes:
                  - {path: trade.sl_atr_mult, values: [1, 2, 3]}
                  - {path: trade.tp_atr_mult, values: [3, 6]}
                """);
        output = folder.resolve("rows.jsonl");
    }

    @Test
    void writesRowsAndPrintsTheBestOnes() throws IOException {
        Program.Ended ended = sweep("--top-n", "2", "--threads", "1");

        assertThat(ended.code()).isZero();
        assertThat(ended.out()).hasSize(3).first().asString().startsWith("config");
        assertThat(Files.readAllLines(output)).hasSize(6);
        assertThat(ended.err()).last().asString().startsWith("6 trials, ").endsWith(output.toString());
    }

    @Test
    void saysThatTheProcessorStandsInForAGraphicsCard() throws IOException {
        sweep();
        byte[] rows = Files.readAllBytes(output);

        Program.Ended ended = sweep("--gpu", "--parity-mode", "production", "--allow-unsafe-gpu-sweep");

        assertThat(ended.code()).isZero();
        assertThat(ended.err()).filteredOn(line -> line.startsWith("--")).hasSize(3);
        assertThat(ended.err())
                .anyMatch(line ->
                        line.startsWith("--gpu: ") && line.endsWith("; the processor does it, with the same results"));
        assertThat(output).hasBinaryContent(rows);
    }

    @Test
    void refusesInOneLineBeforeAnythingIsWritten() throws IOException {
        assertRefused("--threads must be at least 1: 0", "--threads", "0");
        assertRefused("--top-n must not be negative: -1", "--top-n", "-1");
        assertRefused("--sweep-top-k must not be negative: -2", "--sweep-top-k", "-2");
        assertRefused("--random and --tpe exclude each other", "--random", "--tpe");
        assertRefused("--random-trials must be at least 1: 0", "--random", "--random-trials", "0");
        assertRefused("--start-ts 2031-01-01T00:00:00Z lies outside the data", "--start-ts", "2031-01-01");
        Files.writeString(spec, "axes:\n  - {path: trade.sl_atr_mul, values: [1]}\n");
        assertRefused(spec + ":2:12: no sweepable parameter 'trade.sl_atr_mul'; did you mean trade.sl_atr_mult?");
        Files.writeString(spec, "axes:\n  - {path: trade.adx_sizing_min_mult, values: [2]}\n");
        assertRefused(spec + ":2:5: with trade.adx_sizing_min_mult at 2.0 no run is possible: ");
    }

    private void assertRefused(String line, String... more) {
        Program.Ended ended = sweep(more);

        assertThat(ended.err()).hasSize(1).first().asString().startsWith("aiquant: " + line);
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        assertThat(output).doesNotExist();
        assertThat(output.resolveSibling("rows.jsonl.part")).doesNotExist();
    }

    private Program.Ended sweep(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "sweep",
                "--config",
                config.toString(),
                "--candles",
                candles.toString(),
                "--interval",
                "1h",
                "--sweep-spec",
                spec.toString(),
                "--output",
                output.toString()));
        arguments.addAll(List.of(more));
        return Program.run(arguments.toArray(String[]::new));
    }
}
