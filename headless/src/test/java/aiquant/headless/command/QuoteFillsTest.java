package aiquant.headless.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aiquant.engine.order.Order;
import aiquant.engine.venue.VenueReport;
import aiquant.exchange.Endpoints;
import aiquant.exchange.Network;
import aiquant.kernel.decision.Intent;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import aiquant.money.Price;
import aiquant.money.Quantity;
import aiquant.sidecar.Sidecar;
import aiquant.sidecar.SidecarSettings;
import aiquant.sidecar.VenueExchange;
import aiquant.simulator.MarketGenerator;
import aiquant.simulator.server.GeneratedExchange;
import aiquant.simulator.server.Simulator;
import aiquant.simulator.server.SimulatorClock;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Paper orders filled at the quotes of the local exchange, with and without a sidecar.
@Timeout(120)
class QuoteFillsTest {
    private static final double SPEED = 5;
    private static final long OPEN_MS = 1_800_000_000_000L;
    private static final Symbol BTC = new Symbol("BTC");

    @TempDir
    Path folder;

    private final SimulatorClock time = SimulatorClock.scaled(InstantSource.system(), OPEN_MS, SPEED);
    private final InstantSource clock = () -> Instant.ofEpochMilli(time.nowMs());
    private final BlockingQueue<VenueReport> reports = new LinkedBlockingQueue<>();
    private Simulator simulator;

    @BeforeEach
    void open() throws Exception {
        simulator = GeneratedExchange.start(
                MarketGenerator.DEMO_SEED,
                Interval.M1,
                OPEN_MS,
                10,
                change -> change.withWeightPerMinute(1_000_000),
                time,
                InstantSource.system());
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void fillsOnTicksAtWhatTheSidecarQuotes() throws Exception {
        Path databases = folder.resolve("candles_dbs");
        try (VenueExchange venue = new VenueExchange(endpoints(), clock, new SplittableRandom(1));
                Sidecar sidecar =
                        Sidecar.start(SidecarSettings.in(databases, socket()), venue, clock, InstantSource.system());
                QuoteFills fills = QuoteFills.open(market(BTC), new SplittableRandom(2))) {
            VenueReport.Filled filled = filled(fills);

            assertThat(filled.quantity()).isEqualTo(Quantity.of("0.01"));
            assertThat(fills.instruments()
                            .precision(BTC)
                            .orElseThrow()
                            .isValidPrice(filled.price().value()))
                    .isTrue();
            assertThat(sidecar.overdue()).isEmpty();
        }
    }

    @Test
    void fillsAtTheExchangesOwnPricesWithoutASidecar() throws Exception {
        try (QuoteFills fills = QuoteFills.open(market(BTC), new SplittableRandom(2))) {
            filled(fills);
        }
    }

    /// An order may expire before the first price is there; the next one finds it.
    private VenueReport.Filled filled(QuoteFills fills) throws InterruptedException {
        for (int i = 0; i < 30; i++) {
            fills.venue().submit(order("order-" + i), reports::add);
            VenueReport report = reports.poll(60, TimeUnit.SECONDS);
            if (report instanceof VenueReport.Accepted accepted) {
                assertThat(accepted.note()).matches("at the (ask|middle) [0-9.]+ of the (sidecar|exchange), .* s old");
                VenueReport.Filled filled = (VenueReport.Filled) reports.take();
                BigDecimal middle = Objects.requireNonNull(
                        simulator.with(venue -> venue.queries().mids()).get("BTC"));
                assertThat(filled.price().value().doubleValue())
                        .isBetween(middle.doubleValue() * 0.95, middle.doubleValue() * 1.05);
                return filled;
            }
            assertThat(report).isInstanceOf(VenueReport.Expired.class);
        }
        throw new AssertionError("no order was filled");
    }

    @Test
    void refusesASymbolThatIsNotListed() {
        assertThatThrownBy(() -> QuoteFills.open(market(new Symbol("btc")), new SplittableRandom(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the exchange does not list btc");
    }

    @Test
    void saysThatTheExchangeDoesNotAnswer() {
        QuoteFills.Market market = market(BTC);
        simulator.close();

        assertThatThrownBy(() -> QuoteFills.open(market, new SplittableRandom(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the exchange at http://127.0.0.1:")
                .hasMessageEndingWith("start again when it answers, or use --fills model");
    }

    private QuoteFills.Market market(Symbol symbol) {
        return new QuoteFills.Market(
                endpoints(),
                socket(),
                folder.resolve("candles_dbs"),
                List.of(symbol),
                Interval.M1,
                "test",
                clock,
                SPEED);
    }

    private Endpoints endpoints() {
        return new Endpoints(simulator.restUri(), simulator.socketUri(), Network.TESTNET);
    }

    private Path socket() {
        return folder.resolve("run").resolve("s.sock");
    }

    private Order order(String id) {
        Intent open = new Intent.Open(BTC, true, 90_000, 0.01, 900, 300, 3, 1, 10, 20, "High entry");
        return new Order(id, open, true, Quantity.of("0.01"), Price.of("90000"), false, "strategy", clock.millis());
    }
}
