package aiquant.headless;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.engine.feed.Candles;
import aiquant.engine.feed.MarketData;
import aiquant.engine.feed.MarketData.Sources;
import aiquant.engine.feed.MarketTime;
import aiquant.engine.feed.PriceBook;
import aiquant.engine.feed.PriceSource;
import aiquant.engine.feed.Quote;
import aiquant.engine.feed.SourceState;
import aiquant.engine.feed.Touch;
import aiquant.exchange.Endpoints;
import aiquant.exchange.HttpSettings;
import aiquant.exchange.InfoClient;
import aiquant.exchange.Network;
import aiquant.exchange.RateBudget;
import aiquant.exchange.SystemClockwork;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import aiquant.sidecar.Sidecar;
import aiquant.sidecar.SidecarSettings;
import aiquant.sidecar.SidecarSettings.BboSnapshots;
import aiquant.sidecar.VenueExchange;
import aiquant.sidecar.store.BboStore;
import aiquant.simulator.MarketGenerator;
import aiquant.simulator.server.GeneratedExchange;
import aiquant.simulator.server.Simulator;
import aiquant.simulator.server.SimulatorClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Prices and candles from a real sidecar over real sockets and files while one source after the other goes away.
///
/// The exchange, the sidecar and the prices share one clock that runs ten times as fast as ours.
@Timeout(240)
class MarketDataOverSidecarTest {
    private static final double SPEED = 10;
    private static final long OPEN_MS = 1_800_000_000_000L;
    private static final long PATIENCE_MS = 60_000;
    private static final Symbol BTC = new Symbol("BTC");
    private static final Symbol PEPE = new Symbol("kPEPE");
    private static final List<Symbol> SYMBOLS = List.of(BTC, PEPE);

    @TempDir
    Path folder;

    private final SimulatorClock time = SimulatorClock.scaled(InstantSource.system(), OPEN_MS, SPEED);
    private final InstantSource clock = () -> Instant.ofEpochMilli(time.nowMs());

    @Test
    void goesFromSourceToSourceAndSaysWhereEveryValueIsFrom() throws Exception {
        try (Simulator simulator = simulator();
                VenueExchange venue = new VenueExchange(endpoints(simulator), clock, new SplittableRandom(1));
                SystemClockwork clockwork = new SystemClockwork(InstantSource.system());
                InfoClient client = client(endpoints(simulator), clockwork)) {
            Sidecar first = Sidecar.start(settings(), venue, clock, InstantSource.system());
            try (MarketData data = MarketData.start(
                    new Sources("test", Optional.of(socket()), Optional.of(databases()), Optional.of(client)),
                    SYMBOLS,
                    MarketTime.scaled(clock, SPEED),
                    new SplittableRandom(3))) {
                PriceBook prices = data.prices();
                for (Symbol symbol : SYMBOLS) {
                    assertThat(await(prices, () -> touch(prices, symbol, PriceSource.SOCKET)))
                            .as("%s from the socket, %s", symbol, data.sources())
                            .isPresent();
                }
                assertCandles(data);
                assertReadsTheDatabaseWithoutASocket();

                first.close();

                assertThat(await(prices, () -> quote(prices, PEPE, PriceSource.EXCHANGE)))
                        .as("from the exchange, %s", data.sources())
                        .isPresent();
                assertThat(state(data, PriceSource.SOCKET).isFailing()).isTrue();

                try (Sidecar second = Sidecar.start(settings(), venue, clock, InstantSource.system())) {
                    assertThat(await(prices, () -> touch(prices, PEPE, PriceSource.SOCKET)))
                            .as("from the socket again, %s", data.sources())
                            .isPresent();
                    assertThat(second.overdue()).isEmpty();
                }
                assertThat(state(data, PriceSource.SOCKET).failed()).isPositive();
            }
        }
    }

    /// The sidecar writes on, but its socket cannot be reached.
    private void assertReadsTheDatabaseWithoutASocket() throws InterruptedException {
        Sources sources = new Sources(
                "other", Optional.of(folder.resolve("nobody.sock")), Optional.of(databases()), Optional.empty());
        try (MarketData data =
                MarketData.start(sources, SYMBOLS, MarketTime.scaled(clock, SPEED), new SplittableRandom(6))) {
            PriceBook prices = data.prices();
            assertThat(await(prices, () -> touch(prices, BTC, PriceSource.DATABASE)))
                    .as("from the database, %s", data.sources())
                    .isPresent();
            assertThat(state(data, PriceSource.SOCKET).problem()).contains("nobody.sock");
        }
    }

    private static void assertCandles(MarketData data) throws InterruptedException {
        Optional<Candles> candles = Optional.empty();
        long giveUp = System.nanoTime() + PATIENCE_MS * 1_000_000;
        while (candles.isEmpty() && System.nanoTime() < giveUp) {
            candles = data.candles(BTC, Interval.M1, 100, 10_000);
        }
        assertThat(candles).isPresent();
        assertThat(candles.get().series().size()).isGreaterThanOrEqualTo(100);
        assertThat(candles.get().isStale()).isFalse();
        assertThat(data.candles(new Symbol("NOBODY"), Interval.M1, 1, 10_000)).isEmpty();
    }

    private static <T> Optional<T> await(PriceBook prices, Supplier<Optional<T>> wanted) throws InterruptedException {
        return prices.await(wanted, PATIENCE_MS);
    }

    private static Optional<Touch> touch(PriceBook prices, Symbol symbol, PriceSource source) {
        return prices.touch(symbol, MarketData.FRESH_TOUCH_MS)
                .filter(touch -> touch.stamp().source() == source);
    }

    private static Optional<Quote> quote(PriceBook prices, Symbol symbol, PriceSource source) {
        return prices.quote(symbol).filter(quote -> quote.source() == source && !quote.isStale());
    }

    private static SourceState state(MarketData data, PriceSource source) {
        return data.sources().stream()
                .filter(state -> state.source() == source)
                .findFirst()
                .orElseThrow();
    }

    private Simulator simulator() throws IOException {
        return GeneratedExchange.start(
                MarketGenerator.DEMO_SEED,
                Interval.M1,
                OPEN_MS,
                300,
                change -> change.withWeightPerMinute(1_000_000),
                time,
                InstantSource.system());
    }

    private static Endpoints endpoints(Simulator simulator) {
        return new Endpoints(simulator.restUri(), simulator.socketUri(), Network.TESTNET);
    }

    private static InfoClient client(Endpoints endpoints, SystemClockwork clockwork) {
        return new InfoClient(
                endpoints,
                HttpSettings.STANDARD,
                new RateBudget(clockwork, new SplittableRandom(4)),
                5_000,
                clockwork,
                new SplittableRandom(5));
    }

    private SidecarSettings settings() {
        return SidecarSettings.in(databases(), socket())
                .with(new BboSnapshots(BboStore.file(databases()), 1_000, 3_600_000, 600_000, 10_000))
                .warmed(List.of(BTC.name(), PEPE.name()), List.of("1m"));
    }

    private Path databases() {
        return folder.resolve("candles_dbs");
    }

    private Path socket() {
        return folder.resolve("run").resolve("s.sock");
    }
}
