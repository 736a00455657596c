package aiquant.headless;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import aiquant.sidecar.store.CandleCoverage;
import aiquant.simulator.server.GeneratedExchange;
import aiquant.simulator.server.Simulator;
import aiquant.simulator.server.SimulatorClock;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// History of the local exchange, downloaded as a person does it.
class CandlesDownloadTest {

    @TempDir
    Path folder;

    private Simulator simulator;

    @BeforeEach
    void start() throws Exception {
        InstantSource wall = InstantSource.system();
        long openMs = Math.floorDiv(wall.millis(), 60_000L) * 60_000L;
        simulator = GeneratedExchange.start(
                7,
                Interval.M1,
                openMs,
                2500,
                settings -> settings,
                SimulatorClock.scaled(wall, wall.millis(), 1),
                wall);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void bringsWholeHistoriesWithoutAHole() {
        Program.Ended ended = download("--symbols", "BTC,kPEPE", "--intervals", "1m", "--bars", "500");

        assertThat(ended.code()).as(String.join("\n", ended.err())).isZero();
        assertThat(ended.err()).last().asString().startsWith("2 of 2 series complete");
        for (String name : List.of("BTC", "kPEPE")) {
            var candles = CandleCoverage.read(folder.resolve("candles_dbs"), Interval.M1, new Symbol(name))
                    .present();
            assertThat(candles.count(candles.firstMs(), candles.lastMs())).isGreaterThanOrEqualTo(500);
            assertThat(candles.missing(candles.firstMs(), candles.lastMs())).isEmpty();
        }
    }

    @Test
    void keepsWhatOtherExchangesSayOutOfTheDatabasesThatResearchReads() {
        Program.Ended ended =
                download("--exchange", "simulator", "--symbols", "BTC", "--intervals", "1m", "--bars", "50");

        assertThat(ended.code()).as(String.join("\n", ended.err())).isZero();
        assertThat(folder.resolve("candles_dbs")).doesNotExist();
        assertThat(folder.resolve("simulator").resolve("candles_dbs").resolve("candles_1m.db"))
                .isRegularFile();
    }

    @Test
    void refusesWhatTheExchangeDoesNotList() {
        Program.Ended ended = download("--symbols", "kpepe");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err())
                .containsExactly("aiquant: --symbols kpepe: the exchange does not list it; names are case-sensitive");
    }

    private Program.Ended download(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "candles",
                "download",
                "--rest-url",
                simulator.restUri().toString(),
                "--socket-url",
                simulator.socketUri().toString(),
                "--data-dir",
                folder.toString()));
        arguments.addAll(List.of(more));
        return Program.run(arguments.toArray(String[]::new));
    }
}
