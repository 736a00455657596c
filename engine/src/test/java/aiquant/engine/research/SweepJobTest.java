package aiquant.engine.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aiquant.config.ConfigError;
import aiquant.config.Environment;
import aiquant.engine.research.SweepRequest.Checks;
import aiquant.engine.research.SweepRequest.Method;
import aiquant.engine.research.SweepRequest.OutputMode;
import aiquant.kernel.sweep.TopK;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SweepJobTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private SweepRuns runs;

    @BeforeEach
    void writeFiles() throws IOException {
        runs = SweepRuns.in(folder);
    }

    @Test
    void writesTheBestRowsFirst() throws IOException {
        SweepRequest request =
                SweepRuns.with(runs.request("best.jsonl"), new Method.Grid(), OutputMode.CANDIDATE, 50, 1);

        SweepOutcome outcome = SweepRuns.run(request);

        List<JsonNode> rows = rows(request);
        assertThat(outcome.done()).isEqualTo(SweepRuns.COMBINATIONS);
        assertThat(rows).hasSize(50);
        assertThat(rows)
                .extracting(row -> row.get("total_pnl").doubleValue())
                .isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(rows.getFirst().get("total_trades").intValue()).isPositive();
        assertThat(outcome.best()).isSortedAccordingTo(TopK.BEST_FIRST);
        assertThat(Files.exists(folder.resolve("best.jsonl.checkpoint"))).isFalse();
    }

    @Test
    void writesEveryRowInTheOrderOfTheCombinationsWhereNoLimitIsAskedFor() throws IOException {
        SweepRequest request = SweepRuns.with(runs.request("all.jsonl"), new Method.Grid(), OutputMode.CANDIDATE, 0, 2);

        SweepRuns.run(request);

        assertThat(rows(request))
                .extracting(row -> row.get("config_id").textValue())
                .containsExactlyElementsOf(IntStream.range(0, SweepRuns.COMBINATIONS)
                        .mapToObj("sweep_%04d"::formatted)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(OutputMode.class)
    void writesTheSameBytesWithOneThreadAndWithTwo(OutputMode mode) throws IOException {
        List<Method> methods = List.of(new Method.Grid(), new Method.Random(300, 9));
        for (Method method : methods) {
            for (int topK : new int[] {0, 40}) {
                SweepRequest one = SweepRuns.with(runs.request("one.jsonl"), method, mode, topK, 1);
                SweepRequest two = SweepRuns.with(runs.request("two.jsonl"), method, mode, topK, 2);

                SweepRuns.run(one);
                SweepRuns.run(two);

                assertThat(two.output()).hasSameBinaryContentAs(one.output());
            }
        }
    }

    @Test
    void writesKeysInAlphabeticalOrder() throws IOException {
        SweepRequest candidate = SweepRuns.with(runs.request("c.jsonl"), new Method.Grid(), OutputMode.CANDIDATE, 1, 1);
        SweepRequest full = SweepRuns.with(runs.request("f.jsonl"), new Method.Grid(), OutputMode.FULL, 1, 1);

        SweepRuns.run(candidate);
        SweepRuns.run(full);

        JsonNode brief = rows(candidate).getFirst();
        assertThat(names(brief))
                .containsExactly(
                        "candidate_mode",
                        "config_id",
                        "max_drawdown_pct",
                        "output_mode",
                        "overrides",
                        "profit_factor",
                        "schema_version",
                        "total_pnl",
                        "total_trades");
        assertThat(names(brief.get("overrides"))).hasSize(6).isSorted();
        JsonNode whole = rows(full).getFirst();
        assertThat(names(whole)).isSorted().contains("per_symbol", "gate_stats", "overrides", "output_mode");
        assertThat(names(whole)).doesNotContain("trades", "equity_curve", "override_verification");
        assertThat(whole.get("output_mode").textValue()).isEqualTo("full");
        assertThat(whole.get("total_pnl")).isEqualTo(brief.get("total_pnl"));
        assertThat(whole.get("overrides")).isEqualTo(brief.get("overrides"));
    }

    @Test
    void namesTheConfigurationOfARowAsAReplayOfItDoes() throws IOException {
        SweepRequest request = SweepRuns.with(runs.request("f.jsonl"), new Method.Grid(), OutputMode.FULL, 1, 1);
        SweepRuns.run(request);
        JsonNode row = rows(request).getFirst();

        ReplayOutcome replay = new ReplayJob(runs.replay(row.get("overrides")), new Environment(Map.of())).run();

        assertThat(row.get("config_fingerprint").textValue())
                .isEqualTo(replay.facts().fingerprint());
        assertThat(row.get("final_balance").doubleValue())
                .isEqualTo(replay.result().report().finalBalance());
    }

    @Test
    void saysHowTheFirstValuesWereTakenWhereThatIsAskedFor() throws IOException {
        SweepRequest r = SweepRuns.with(runs.request("v.jsonl"), new Method.Grid(), OutputMode.FULL, 1, 1);
        SweepRequest request =
                new SweepRequest(r.data(), r.spec(), r.method(), r.output(), r.mode(), 1, 1, false, Checks.VERIFY);

        SweepRuns.run(request);

        JsonNode checks = rows(request).getFirst().get("override_verification");
        assertThat(checks).hasSize(6);
        assertThat(checks.get(0).get("path").textValue()).isEqualTo("trade.sl_atr_mult");
        assertThat(checks.get(0).get("status").textValue()).isEqualTo("Applied");
        assertThat(checks.get(0).get("after").doubleValue()).isEqualTo(1.0);
    }

    @Test
    void keepsWhatIsDoneWhenItIsStopped() throws IOException {
        SweepRequest request = runs.request("stopped.jsonl");

        SweepOutcome outcome = SweepRuns.run(request, stopAfter(300));

        assertThat(outcome.isComplete()).isFalse();
        assertThat(outcome.done()).isEqualTo(256);
        assertThat(rows(request)).hasSize(256);
        assertThat(folder.resolve("stopped.jsonl.checkpoint")).exists();
    }

    @ParameterizedTest
    @EnumSource(OutputMode.class)
    void endsWithTheSameBytesHoweverOftenItIsStopped(OutputMode mode) throws IOException {
        for (Method method : List.of(new Method.Grid(), new Method.Random(700, 3))) {
            for (int topK : new int[] {0, 30}) {
                SweepRequest whole = SweepRuns.with(runs.request("whole.jsonl"), method, mode, topK, 1);
                SweepRequest parts = SweepRuns.with(runs.request("parts.jsonl"), method, mode, topK, 1);
                SweepRuns.run(whole);

                int stops = 0;
                SweepOutcome outcome = SweepRuns.run(parts, stopAfter(270));
                while (!outcome.isComplete()) {
                    stops++;
                    outcome = SweepRuns.run(SweepRuns.resumed(parts), stopAfter(270));
                }

                assertThat(stops).isGreaterThanOrEqualTo(2);
                assertThat(parts.output()).hasSameBinaryContentAs(whole.output());
            }
        }
    }

    @Test
    void refusesToGoOnWhenAnythingIsNotWhatItWas() throws IOException {
        SweepRequest r = runs.request("r.jsonl");
        SweepRuns.run(r, stopAfter(300));

        assertRefused(
                SweepRuns.with(r, new Method.Random(10, 1), r.mode(), r.topK(), 1),
                "--resume: the way of choosing is not what it was when ");
        assertRefused(SweepRuns.with(r, r.method(), OutputMode.FULL, r.topK(), 1), "--resume: what is written is not");
        assertRefused(SweepRuns.with(r, r.method(), r.mode(), 7, 1), "--resume: what is written is not");
        assertRefused(
                new SweepRequest(
                        runs.data(5000), r.spec(), r.method(), r.output(), r.mode(), r.topK(), 1, true, r.checks()),
                "--resume: the data is not");
        Files.writeString(runs.config(), "global: {trade: {leverage: 2.0}}\n");
        assertRefused(r, "--resume: the configuration is not");
        runs = SweepRuns.in(folder);
        Files.writeString(runs.spec(), SweepRuns.SPEC + "# changed\n");
        assertRefused(r, "--resume: the sweep file is not");
        runs = SweepRuns.in(folder);
        Path candles = folder.resolve("candles/ETH.csv");
        List<String> lines = Files.readAllLines(candles);
        Files.write(candles, lines.subList(0, lines.size() - 1));
        assertRefused(r, "--resume: the data is not");
        runs = SweepRuns.in(folder);

        assertThat(SweepRuns.run(SweepRuns.resumed(r)).isComplete()).isTrue();
    }

    @Test
    void refusesADamagedCheckpoint() throws IOException {
        SweepRequest request = runs.request("d.jsonl");
        SweepRuns.run(request, stopAfter(300));
        Path checkpoint = folder.resolve("d.jsonl.checkpoint");
        byte[] good = Files.readAllBytes(checkpoint);

        for (int at : new int[] {0, good.length / 2, good.length - 1}) {
            byte[] bad = good.clone();
            bad[at] ^= 1;
            Files.write(checkpoint, bad);
            assertRefused(request, checkpoint + " cannot be read as a checkpoint");
        }
        for (int length : new int[] {0, 3, good.length / 2, good.length - 1}) {
            Files.write(checkpoint, Arrays.copyOf(good, length));
            assertRefused(request, checkpoint + " cannot be read as a checkpoint");
        }
    }

    @Test
    void startsFromTheBeginningWhereThereIsNothingToResume() throws IOException {
        SweepOutcome outcome = SweepRuns.run(SweepRuns.resumed(runs.request("n.jsonl")));

        assertThat(outcome.isComplete()).isTrue();
        assertThat(outcome.notices()).anyMatch(notice -> notice.startsWith("--resume: there is no "));
    }

    @Test
    void refusesASweepThatCannotRunBeforeTheFirstTrial() throws IOException {
        Files.writeString(runs.spec(), "axes:\n  - {path: trade.adx_sizing_min_mult, values: [0.5, 1.5]}\n");

        assertThatThrownBy(() -> SweepRuns.run(runs.request("x.jsonl")))
                .isInstanceOf(ConfigError.class)
                .hasMessageStartingWith(runs.spec() + ":2:5: with trade.adx_sizing_min_mult at 1.5 no run is possible");
        assertThat(folder.resolve("x.jsonl.part")).doesNotExist();
    }

    @Test
    void refusesAnOutputThatCannotBeWritten() throws IOException {
        Files.writeString(folder.resolve("file"), "");
        Files.createDirectories(folder.resolve("folder"));

        assertThatThrownBy(() -> SweepRuns.run(runs.request("folder")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not a file name");
        assertThatThrownBy(() -> SweepRuns.run(runs.request("file/out.jsonl"))).isInstanceOf(IOException.class);
    }

    private static void assertRefused(SweepRequest request, String message) {
        assertThatThrownBy(() -> SweepRuns.run(SweepRuns.resumed(request)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    private static BooleanSupplier stopAfter(int looks) {
        int[] left = {looks};
        return () -> left[0]-- <= 0;
    }

    private static List<JsonNode> rows(SweepRequest request) throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        for (String line : SweepRuns.lines(request)) {
            rows.add(JSON.readTree(line));
        }
        return rows;
    }

    private static List<String> names(JsonNode row) {
        List<String> names = new ArrayList<>();
        row.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
