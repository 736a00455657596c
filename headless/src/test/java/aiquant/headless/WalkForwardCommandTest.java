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

class WalkForwardCommandTest {

    @TempDir
    private Path folder = Path.of("");

    private Path candles = Path.of("");
    private Path spec = Path.of("");

    @BeforeEach
    void setUp() throws IOException {
        candles = CandleFolder.write(folder.resolve("candles"), List.of("BTC", "ETH", "SOL"), 1_200);
        spec = Files.writeString(folder.resolve("spec.yaml"), """
                axes:
                  - {path: trade.sl_atr_mult, values: [1.5, 2.5]}
                  - {path: trade.tp_atr_mult, values: [3, 4, 6]}
                """);
    }

    @Test
    void reportsInSampleAgainstOutOfSample() throws IOException {
        Path json = folder.resolve("walk.json");
        Path html = folder.resolve("walk.html");

        Program.Ended ended =
                walk("--train", "25d", "--test", "240", "--purge", "1d", "--output", json, "--html", html);

        assertThat(ended.err()).anyMatch(line -> line.startsWith("fold 2 of 2: 6 of 6 trials, in sample "));
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).anyMatch(line -> line.contains("12 trials in 2 folds"));
        assertThat(ended.out().stream().filter(line -> line.contains("  train 2025-")))
                .hasSize(2);
        assertThat(Files.readString(json)).contains("\"complete\": true", "\"trials\": 12");
        assertThat(Files.readString(html)).contains("Walk-forward report");
    }

    @Test
    void isTheSameTwice() throws IOException {
        Path one = folder.resolve("one.json");
        Path two = folder.resolve("two.json");

        walk("--train", "25d", "--test", "10d", "--anchored", "--output", one);
        walk("--train", "25d", "--test", "10d", "--anchored", "--output", two);

        assertThat(Files.readString(one)).isEqualTo(Files.readString(two)).contains("\"anchored\": true");
    }

    @Test
    void namesTheOptionThatIsWrong() {
        refused("--train 3x", "'--train'", "'3x' is no length", "720", "30d");
        refused("--train 0", "--train must be at least one bar or day: 0b");
        refused("--train 60d", "--train 60d", "--test 10d", "need 70.0 days, but the data have 50.0");
        refused("--train 20d --step 5d", "--step 5d must be at least --test 10d");
        refused("--train 20d --overfitting-trials 1", "--overfitting-trials must be 0 or at least 2: 1");
        refused("--purge 1d", "Missing required option: '--train=LENGTH'");
    }

    @Test
    void namesTheValueThatCannotRunBeforeTheFirstFold() throws IOException {
        Files.writeString(spec, "axes:\n  - {path: trade.adx_sizing_min_mult, values: [2]}\n");

        refused("--train 25d", spec + ":2:5: with trade.adx_sizing_min_mult at 2.0 no run is possible: ");
    }

    private void refused(String options, String... words) {
        List<Object> all = new ArrayList<>(List.of((Object[]) options.split(" ")));
        all.addAll(List.of("--test", "10d"));

        Program.Ended ended = walk(all.toArray());

        assertThat(ended.code()).isNotZero();
        assertThat(ended.err().getFirst()).startsWith("aiquant: ").contains(words);
        assertThat(ended.out()).isEmpty();
    }

    private Program.Ended walk(Object... options) {
        List<String> arguments = new ArrayList<>(
                List.of("walk-forward", "--candles", candles.toString(), "--sweep-spec", spec.toString()));
        for (Object option : options) {
            arguments.add(option.toString());
        }
        return Program.run(arguments.toArray(String[]::new));
    }
}
