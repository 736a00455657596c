package aiquant.headless;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.headless.Program.Ended;
import aiquant.kernel.market.Interval;
import aiquant.simulator.MarketGenerator;
import aiquant.simulator.server.GeneratedExchange;
import aiquant.simulator.server.Simulator;
import aiquant.simulator.server.SimulatorClock;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SidecarClockTest {

    @TempDir
    Path folder;

    @Test
    void saysInOneLineThatThisMachinesClockIsWrong() throws Exception {
        InstantSource wall = InstantSource.system();
        long openMs = wall.millis() / 60_000 * 60_000;
        try (Simulator simulator = GeneratedExchange.start(
                MarketGenerator.DEMO_SEED,
                Interval.M1,
                openMs,
                10,
                change -> change,
                SimulatorClock.scaled(wall, openMs + 3_600_000, 1),
                wall)) {
            List<String> command = Program.command(
                    folder,
                    "sidecar",
                    "--exchange",
                    "simulator",
                    "--rest-url",
                    simulator.restUri().toString(),
                    "--socket-url",
                    simulator.socketUri().toString(),
                    "--data-dir",
                    folder.toString(),
                    "--for",
                    "1500ms");
            command.addFirst("AI_QUANT_WS_SIDECAR_SOCK=" + folder.resolve("run").resolve("s.sock"));
            command.addFirst("env");

            Ended ended = Program.ended(folder, Program.start(folder, command));

            assertThat(ended.code()).as(ended.err().toString()).isZero();
            assertThat(ended.out()).anyMatch(line -> line.startsWith("clock     this machine's clock is "));
            assertThat(ended.err())
                    .anyMatch(line -> line.contains("s behind the exchange's") && line.endsWith("keep it"));
        }
    }
}
