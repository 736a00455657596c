package aiquant.sidecar;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.kernel.market.Candle;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import aiquant.sidecar.store.LoggedEvent;
import aiquant.sidecar.store.MarketDataStore;
import aiquant.sidecar.store.StoredCandles;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Kills a sidecar in the middle of its writing, again and again, and looks at what is on disk.
@Timeout(180)
class KilledSidecarTest {

    private static final int KILLS = 3;
    private static final int FILLS = 150;

    @TempDir
    Path folder;

    @Test
    void keepsEveryFillItHasTakenAndStartsAgainOverTheDeadSocket() throws IOException, InterruptedException {
        long taken = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            taken = runAndKill(taken);
        }

        assertThat(loggedFills())
                .startsWith(LongStream.rangeClosed(1, taken).boxed().toArray(Long[]::new));
        assertThat(loggedFills()).doesNotHaveDuplicates();
        assertThat(taken).isGreaterThanOrEqualTo((long) KILLS * FILLS);
        assertEveryCandleIsTrue();
    }

    /// @return the last fill that the process said it had taken
    private long runAndKill(long lastTaken) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SidecarProcess.class.getName(),
                        folder.resolve("data").toString(),
                        folder.resolve("run").resolve("s").toString(),
                        String.valueOf(lastTaken + 1))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long taken = lastTaken;
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            while (taken < lastTaken + FILLS) {
                taken = Long.parseLong(String.valueOf(output.readLine()));
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        return taken;
    }

    private List<Long> loggedFills() {
        List<Long> fills = new ArrayList<>();
        try (MarketDataStore store = MarketDataStore.open(folder.resolve("data").resolve("market_data.db"))) {
            for (LoggedEvent event : store.read(Optional.empty(), 0, Integer.MAX_VALUE)) {
                fills.add(Long.parseLong(event.data().replaceAll(".*\"tid\":(\\d+).*", "$1")));
            }
        }
        return fills;
    }

    /// No bar may be wrong: one that the killed process had not finished is missing, not false.
    private void assertEveryCandleIsTrue() {
        Truth truth = SidecarProcess.truth();
        var stored = StoredCandles.read(folder.resolve("data"), Interval.M1, new Symbol("BTC"), 0, SidecarProcess.START)
                .orElseThrow();
        for (int i = 0; i < stored.size(); i++) {
            Candle candle = stored.candle(i);
            MarketBar bar = truth.bars(candle.openTimeMs(), candle.openTimeMs()).getFirst();
            assertThat(candle.close()).isEqualTo(bar.close());
            assertThat(candle.volume()).isEqualTo(bar.volume());
        }
    }
}
