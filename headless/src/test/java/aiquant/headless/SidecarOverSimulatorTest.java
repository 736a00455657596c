package aiquant.headless;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.exchange.Endpoints;
import aiquant.exchange.Network;
import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import aiquant.sidecar.Sidecar;
import aiquant.sidecar.SidecarSettings;
import aiquant.sidecar.VenueExchange;
import aiquant.sidecar.store.CandleQuery;
import aiquant.sidecar.store.CandleReader;
import aiquant.sidecar.store.CandleStore;
import aiquant.sidecar.wire.SidecarClient;
import aiquant.simulator.MarketGenerator;
import aiquant.simulator.market.CandleInterval;
import aiquant.simulator.market.VenueCandle;
import aiquant.simulator.server.Fault;
import aiquant.simulator.server.Fault.Effect;
import aiquant.simulator.server.GeneratedExchange;
import aiquant.simulator.server.Simulator;
import aiquant.simulator.server.SimulatorClock;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A sidecar collecting from the local exchange over real sockets while messages are lost, doubled, late and swapped.
///
/// Exchange and sidecar share one clock that runs a hundred times as fast as ours.
class SidecarOverSimulatorTest {
    private static final double SPEED = 100;
    private static final int HISTORY = 300;
    private static final List<Symbol> SYMBOLS = List.of(new Symbol("BTC"), new Symbol("kPEPE"), new Symbol("ARB"));

    @TempDir
    Path folder;

    @Test
    void endsWithTheCandlesTheExchangeHas() throws Exception {
        long openMs = 1_800_000_000_000L;
        SimulatorClock time = SimulatorClock.scaled(InstantSource.system(), openMs, SPEED);
        InstantSource clock = () -> Instant.ofEpochMilli(time.nowMs());
        Path socket = folder.resolve("run").resolve("s.sock");
        SidecarSettings settings = SidecarSettings.in(folder.resolve("candles_dbs"), socket);
        try (Simulator simulator = GeneratedExchange.start(
                        MarketGenerator.DEMO_SEED,
                        Interval.M1,
                        openMs,
                        HISTORY,
                        change -> change.withWeightPerMinute(1_000_000),
                        time,
                        InstantSource.system());
                VenueExchange venue = new VenueExchange(
                        new Endpoints(simulator.restUri(), simulator.socketUri(), Network.TESTNET),
                        clock,
                        new SplittableRandom(1));
                Sidecar sidecar = Sidecar.start(settings, venue, clock, InstantSource.system());
                SidecarClient client = new SidecarClient(socket, 5_000, 5_000)) {
            client.ensureStarted("test", SYMBOLS, Optional.of(Interval.M1), 100, Optional.empty());
            waitFor(client, openMs + 3 * 60_000);
            simulator.addFault(Fault.always("frame:candle", Effect.DROP).withProbability(0.2));
            simulator.addFault(Fault.always("frame:candle", Effect.DUPLICATE).withProbability(0.2));
            simulator.addFault(Fault.always("frame:candle", Effect.REORDER).withProbability(0.2));
            simulator.addFault(
                    Fault.always("info:candleSnapshot", Effect.STATUS).withProbability(0.2));
            waitFor(client, openMs + 8 * 60_000);
            simulator.disconnectAll();
            waitFor(client, openMs + 15 * 60_000);
            simulator.clearFaults();
            waitFor(client, openMs + 20 * 60_000);

            long untilMs = openMs + 18 * 60_000;
            for (Symbol symbol : SYMBOLS) {
                Map<Long, String> truth = truth(simulator, symbol, untilMs);
                assertThat(truth).hasSizeGreaterThan(HISTORY);
                awaitEqual(client, symbol, truth, untilMs);
            }
            assertThat(sidecar.overdue()).isEmpty();
        }
    }

    /// Until every symbol has a closed candle that opened then or later.
    private static void waitFor(SidecarClient client, long openTimeMs) throws Exception {
        long seq = 0;
        Map<Symbol, Long> newest = new TreeMap<>();
        long giveUp = System.nanoTime() + 60_000_000_000L;
        while (newest.size() < SYMBOLS.size() && System.nanoTime() < giveUp) {
            client.ensureStarted("test", SYMBOLS, Optional.of(Interval.M1), 100, Optional.empty());
            var message = client.waitCandles(SYMBOLS, Interval.M1, seq, 1_000);
            seq = message.nextSeq();
            message.candles().forEach(told -> {
                if (told.isClosed() && told.candle().openTimeMs() >= openTimeMs) {
                    newest.put(told.candle().symbol(), told.candle().openTimeMs());
                }
            });
        }
        assertThat(newest).as("candles from %d on", openTimeMs).hasSize(SYMBOLS.size());
    }

    /// Bars whose last frame was lost are mended by history, for which the rate budget has to suffice: a minute of
    /// ours.
    private void awaitEqual(SidecarClient client, Symbol symbol, Map<Long, String> truth, long untilMs)
            throws Exception {
        long giveUp = System.nanoTime() + 150_000_000_000L;
        long seq = client.waitCandles(SYMBOLS, Interval.M1, 0, 1_000).nextSeq();
        Map<Long, String> stored = stored(symbol, untilMs);
        while (!stored.equals(truth) && System.nanoTime() < giveUp) {
            client.ensureStarted("test", SYMBOLS, Optional.of(Interval.M1), 100, Optional.empty());
            seq = client.waitCandles(SYMBOLS, Interval.M1, seq, 500).nextSeq();
            stored = stored(symbol, untilMs);
        }
        assertThat(stored).as(symbol.name()).isEqualTo(truth);
    }

    private static Map<Long, String> truth(Simulator simulator, Symbol symbol, long untilMs) {
        Map<Long, String> candles = new TreeMap<>();
        for (VenueCandle candle :
                simulator.with(venue -> venue.queries().candles(symbol.name(), CandleInterval.M1, 0, untilMs))) {
            candles.put(
                    candle.openMs(),
                    text(
                            candle.open().doubleValue(),
                            candle.high().doubleValue(),
                            candle.low().doubleValue(),
                            candle.close().doubleValue(),
                            candle.volume().doubleValue()));
        }
        return candles;
    }

    private Map<Long, String> stored(Symbol symbol, long untilMs) {
        Map<Long, String> candles = new TreeMap<>();
        Path file = CandleStore.file(folder.resolve("candles_dbs"), Interval.M1);
        CandleQuery query =
                CandleQuery.of(List.of(file.toString()), Interval.M1).only(symbol.name());
        for (CandleSeries series : CandleReader.read(query).series()) {
            for (int i = 0; i < series.size() && series.openTimeMs()[i] <= untilMs; i++) {
                candles.put(
                        series.openTimeMs()[i],
                        text(
                                series.open()[i],
                                series.high()[i],
                                series.low()[i],
                                series.close()[i],
                                series.volume()[i]));
            }
        }
        return candles;
    }

    private static String text(double open, double high, double low, double close, double volume) {
        return open + " " + high + " " + low + " " + close + " " + volume;
    }
}
