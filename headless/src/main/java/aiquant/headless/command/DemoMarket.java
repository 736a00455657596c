package aiquant.headless.command;

import aiquant.engine.feed.LiveMarket;
import aiquant.engine.feed.LiveStart;
import aiquant.engine.feed.RoundSource;
import aiquant.engine.feed.SidecarRounds;
import aiquant.exchange.Endpoints;
import aiquant.exchange.Network;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import aiquant.sidecar.CandleSettings;
import aiquant.sidecar.Sidecar;
import aiquant.sidecar.SidecarSettings;
import aiquant.sidecar.VenueExchange;
import aiquant.sidecar.store.CandleStore;
import aiquant.sidecar.store.StoredCandles;
import aiquant.simulator.MarketGenerator;
import aiquant.simulator.server.GeneratedExchange;
import aiquant.simulator.server.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/// The market of the demonstration: an exchange on this machine, a sidecar that collects from it over real sockets, and
/// one clock for both.
///
/// It begins with a past and, in a folder that was used before, goes on where it was.
final class DemoMarket implements AutoCloseable {
    private static final long START_MS = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();
    private static final long LONGEST_HISTORY = 4_000;
    private static final int DEADLINE_BARS = 3;
    private static final int NEVER_BARS = 100_000;
    private static final int CONFIRM_BARS = 200;
    private static final int QUESTIONS = 4;
    private static final int BARS_PER_QUESTION = 1_000;
    private static final long SCALED_WEIGHT = 1_000_000;

    private final RoundSource source;

    /// What was opened, the newest first: it is closed in that order.
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    /// @param historyBars candles from before it begins
    /// @param folder      of its databases
    /// @param speed       bars a second
    static DemoMarket open(long seed, Interval interval, long historyBars, Path folder, double speed)
            throws IOException {
        if (historyBars < 0 || historyBars > LONGEST_HISTORY) {
            throw new IllegalArgumentException(
                    "--history must lie in 0.." + LONGEST_HISTORY + " on the generated market: " + historyBars);
        }
        return new DemoMarket(seed, interval, historyBars, folder, speed);
    }

    private DemoMarket(long seed, Interval interval, long historyBars, Path folder, double speed) throws IOException {
        try {
            source = start(seed, interval, historyBars, folder, speed);
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private RoundSource start(long seed, Interval interval, long historyBars, Path folder, double speed)
            throws IOException {
        long lengthMs = interval.lengthMs();
        long openMs = Math.max(START_MS + historyBars * lengthMs, afterStoredMs(folder, interval));
        PacedClock clock = new PacedClock(System::nanoTime, openMs, lengthMs, speed);
        InstantSource wall = InstantSource.system();
        Simulator simulator = GeneratedExchange.start(
                seed,
                interval,
                openMs,
                Math.toIntExact((openMs - START_MS) / lengthMs),
                settings -> settings.withWeightPerMinute(SCALED_WEIGHT),
                clock,
                wall);
        opened.push(simulator);
        Endpoints endpoints = new Endpoints(simulator.restUri(), simulator.socketUri(), Network.TESTNET);
        VenueExchange exchange = VenueExchange.scaled(endpoints, clock, new SplittableRandom(seed));
        opened.push(exchange);
        Path place = Files.createTempDirectory("aiquant-demo");
        opened.push(() -> remove(place));
        SidecarSettings settings =
                SidecarSettings.in(folder, place.resolve("s.sock")).with(candles(interval, Math.max(1, historyBars)));
        opened.push(Sidecar.start(settings, exchange, clock, wall));
        List<Symbol> symbols = MarketGenerator.demoSymbols();
        LiveMarket market = LiveMarket.of("simulator", interval, symbols, "demo", settings.socket(), folder)
                .withDeadline(DEADLINE_BARS * lengthMs, DEADLINE_BARS * lengthMs);
        RoundSource rounds = new SidecarRounds(market, new LiveStart(START_MS, START_MS), clock, wall, () -> {});
        return new PacedRounds(rounds, clock, "generated " + interval + " seed " + seed + " from " + START_MS);
    }

    /// All by the clock of the market, since its speed may change. A candle is over at the latest a whole one later.
    private static CandleSettings candles(Interval interval, long historyBars) {
        long lengthMs = interval.lengthMs();
        return new CandleSettings(
                true,
                lengthMs,
                NEVER_BARS * lengthMs,
                NEVER_BARS * lengthMs,
                CONFIRM_BARS * lengthMs,
                0,
                QUESTIONS,
                BARS_PER_QUESTION,
                Map.of(interval, historyBars * lengthMs),
                Set.of(interval));
    }

    /// The exchange opens after the last candle that was collected from it before.
    private static long afterStoredMs(Path folder, Interval interval) {
        return Files.exists(CandleStore.file(folder, interval))
                ? MarketGenerator.demoSymbols().stream()
                        .flatMap(symbol ->
                                StoredCandles.read(folder, interval, symbol, START_MS, Long.MAX_VALUE).stream())
                        .mapToLong(series -> series.openTimeMs()[series.size() - 1] + interval.lengthMs())
                        .max()
                        .orElse(START_MS)
                : START_MS;
    }

    private static void remove(Path place) throws IOException {
        Files.deleteIfExists(place.resolve("s.sock.lock"));
        Files.deleteIfExists(place);
    }

    RoundSource source() {
        return source;
    }

    @Override
    public void close() {
        for (AutoCloseable one = opened.poll(); one != null; one = opened.poll()) {
            try {
                one.close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Exception e) {
                // The others are closed all the same; nothing of a demonstration is worth an error at its end.
            }
        }
    }
}
