package aiquant.sidecar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aiquant.exchange.Endpoints;
import aiquant.exchange.Network;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import aiquant.sidecar.wire.CandlesMessage;
import aiquant.sidecar.wire.SidecarClient;
import aiquant.simulator.server.GeneratedExchange;
import aiquant.simulator.server.Simulator;
import aiquant.simulator.server.SimulatorClock;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The sidecar on the local exchange, over real sockets.
@Timeout(60)
class VenueExchangeTest {

    private static final long OPEN_MS = 1_760_000_400_000L;
    private static final long SPEED = 60;
    private static final Symbol BTC = new Symbol("BTC");

    @TempDir
    Path folder;

    @Test
    void refusesScaledTimeForAnExchangeThatIsNotOnThisMachine() {
        Endpoints testnet = Endpoints.of(
                "https://api.hyperliquid-testnet.xyz", "wss://api.hyperliquid-testnet.xyz/ws", Network.TESTNET);

        assertThatThrownBy(() -> VenueExchange.scaled(testnet, InstantSource.system(), new SplittableRandom(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("https://api.hyperliquid-testnet.xyz is not on this machine: its time cannot be scaled");
    }

    @Test
    void collectsHistoryCandlesAndPricesOfTheLocalExchange() throws Exception {
        AtomicLong begunMs = new AtomicLong();
        InstantSource wall = InstantSource.system();
        // Stands still until the exchange has its history, then runs sixty times as fast as real time.
        SimulatorClock clock = () -> OPEN_MS + (begunMs.get() == 0 ? 0 : SPEED * (wall.millis() - begunMs.get()));
        InstantSource scaled = () -> Instant.ofEpochMilli(clock.nowMs());
        SidecarSettings settings =
                SidecarSettings.in(folder.resolve("data"), folder.resolve("run").resolve("s"));
        try (Simulator simulator = GeneratedExchange.start(
                        7, Interval.M1, OPEN_MS, 300, plain -> plain.withWeightPerMinute(1_000_000), clock, wall);
                VenueExchange exchange = new VenueExchange(
                        new Endpoints(simulator.restUri(), simulator.socketUri(), Network.TESTNET),
                        scaled,
                        new SplittableRandom(1));
                Sidecar sidecar = Sidecar.start(settings, exchange, scaled, wall);
                SidecarClient client = new SidecarClient(settings.socket(), 2_000, 10_000)) {
            begunMs.set(wall.millis());
            client.ensureStarted("test", List.of(BTC), Optional.of(Interval.M1), 100, Optional.empty());
            while (!client.candlesReady(List.of(BTC), Interval.M1).isReady()
                    || client.mid(BTC, OptionalDouble.empty()).isEmpty()) {
                LockSupport.parkNanos(20_000_000);
            }
            long seq = client.waitCandles(List.of(BTC), Interval.M1, 0, 0).nextSeq();

            CandlesMessage news = client.waitCandles(List.of(BTC), Interval.M1, seq, 20_000);

            assertThat(news.candles()).isNotEmpty();
            assertThat(sidecar.progress().isAlive()).isTrue();
        }
    }
}
