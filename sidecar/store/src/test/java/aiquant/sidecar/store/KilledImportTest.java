package aiquant.sidecar.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills an import between two rows of a database and looks at what is left.
class KilledImportTest {

    private static final int ROWS = 5_000;

    @TempDir
    Path given;

    @TempDir
    Path data;

    @BeforeEach
    void haveAnHourlyDatabaseWithOneBarAndThreeFilesToImport() {
        Path first = Given.candles(data.resolve("first.csv"), "BTC,1h,0,9,9,9,9,9");
        importAll(first);
        Given.candles(given.resolve("a.csv"), rows("BTC", "5m", 300_000L));
        Given.candles(given.resolve("b.csv"), rows("BTC", "1h", 3_600_000L));
        Given.candles(given.resolve("c.csv"), rows("ETH", "1h", 3_600_000L));
    }

    @Test
    void leavesNoNewDatabaseThatIsIncomplete() throws IOException, InterruptedException {
        killAfterFiles(1);

        assertThat(data.resolve("candles_5m.db")).doesNotExist();
        assertThat(barsOf("candles_1h.db")).isEqualTo(1);
    }

    @Test
    void leavesAnOlderDatabaseAsItWas() throws IOException, InterruptedException {
        killAfterFiles(2);

        assertThat(barsOf("candles_5m.db")).isEqualTo(ROWS);
        assertThat(barsOf("candles_1h.db")).isEqualTo(1);
    }

    @Test
    void completesWhenItIsRunAgain() throws IOException, InterruptedException {
        killAfterFiles(2);

        importAll(given);

        assertThat(barsOf("candles_5m.db")).isEqualTo(ROWS);
        assertThat(barsOf("candles_1h.db")).isEqualTo(2 * ROWS + 1);
    }

    private void killAfterFiles(int files) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ImportProcess.class.getName(),
                        given.toString(),
                        data.toString(),
                        String.valueOf(files))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.readLine()).isEqualTo("stopped");
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private void importAll(Path files) {
        new MarketDataImport(data, InstantSource.system(), (_, _, _, _) -> {}).run(List.of(files));
    }

    private long barsOf(String database) {
        assertThat(Files.exists(data.resolve(database))).isTrue();
        return Long.parseLong(Given.query(data.resolve(database), "SELECT count(*) FROM candles")
                .getFirst());
    }

    private static String[] rows(String symbol, String interval, long lengthMs) {
        String[] rows = new String[ROWS];
        for (int i = 0; i < ROWS; i++) {
            rows[i] = symbol + "," + interval + "," + (i + 1) * lengthMs + ",1,2,0.5,1.5,10";
        }
        return rows;
    }
}
