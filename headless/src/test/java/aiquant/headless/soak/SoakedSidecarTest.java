package aiquant.headless.soak;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.exchange.Endpoints;
import aiquant.exchange.Network;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import aiquant.simulator.MarketGenerator;
import aiquant.simulator.server.GeneratedExchange;
import aiquant.simulator.server.Simulator;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The sidecar collects in a process of its own while the exchange lies, stalls and hangs up, and is killed now and
/// then; an account trades all the time, also while nobody listens.
///
/// Afterwards every candle database equals what the exchange knows, and a client that keeps its place in the log of
/// account events with what it did about them has seen each event once.
class SoakedSidecarTest {

    private static final long SEED = 5;
    private static final int HISTORY = 300;
    /// Of which the hour of funding strikes after twelve minutes.
    private static final long OPEN_MS = 1_800_000_000_000L - 12 * 60_000;

    @TempDir
    Path folder;

    @Test
    @Timeout(300)
    void isWholeAfterAMinuteOfFaultsAndKills() throws Exception {
        soak(Duration.ofSeconds(9), 60, 3, true);
    }

    @Test
    @Tag("soak")
    @Timeout(900)
    void isWholeAfterTenMinutesOfFaultsAndKills() throws Exception {
        soak(Duration.ofMinutes(10), 30, 40, false);
    }

    /// @param diesInTheEnd a new process may ask at once for all it has to confirm; one that lives on takes minutes
    private void soak(Duration length, double speed, int kills, boolean diesInTheEnd) throws Exception {
        ScaledTime time = ScaledTime.from(OPEN_MS, speed);
        SplittableRandom random = new SplittableRandom(SEED);
        try (Simulator simulator = GeneratedExchange.start(
                MarketGenerator.DEMO_SEED,
                Interval.M1,
                OPEN_MS,
                HISTORY,
                change -> change.withWeightPerMinute(1_000_000),
                time,
                InstantSource.system())) {
            Endpoints endpoints = new Endpoints(simulator.restUri(), simulator.socketUri(), Network.TESTNET);
            try (Trader trader = new Trader(simulator, endpoints, time, random.split());
                    SidecarProcess sidecar = new SidecarProcess(folder, endpoints, time);
                    Reader reader = new Reader(SidecarProcess.socket(folder), trader.account(), random.split())) {
                Weather weather = new Weather(simulator, random.split());
                Storm storm = new Storm(sidecar, weather, trader, reader, random.split());
                storm.rage(length, kills);
                weather.clear();
                if (diesInTheEnd) {
                    sidecar.kill();
                    sidecar.restart();
                }

                long endMs = time.nowMs();
                awaitEveryEvent(simulator, trader.account(), reader);
                for (Interval interval : SidecarProcess.INTERVALS) {
                    for (Symbol symbol : SidecarProcess.SYMBOLS) {
                        awaitEqual(
                                simulator,
                                symbol,
                                interval,
                                Math.floorDiv(endMs, interval.lengthMs()) * interval.lengthMs() - 1);
                    }
                }
                storm.assertItRaged(kills);
                assertThat(sidecar.isAlive()).isTrue();
            }
        }
    }

    private static void awaitEveryEvent(Simulator simulator, String account, Reader reader) {
        long giveUp = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (System.nanoTime() < giveUp && !isWhole(simulator, account, reader)) {
            reader.turn();
            LockSupport.parkNanos(20_000_000);
        }
        assertThat(AccountTruth.delivered(reader.taken(), "fill"))
                .isNotEmpty()
                .isEqualTo(AccountTruth.fills(simulator, account));
        assertThat(AccountTruth.delivered(reader.taken(), "funding"))
                .isNotEmpty()
                .isEqualTo(AccountTruth.fundings(simulator, account));
        assertThat(AccountTruth.delivered(reader.taken(), "ledger_update"))
                .hasSizeGreaterThan(1)
                .isEqualTo(AccountTruth.deposits(simulator, account));
        assertThat(AccountTruth.delivered(reader.taken(), "order_update"))
                .isNotEmpty()
                .doesNotHaveDuplicates();
        assertThat(reader.taken().stream().mapToLong(event -> event.seq()))
                .containsExactly(
                        LongStream.rangeClosed(1, reader.taken().size()).boxed().toArray(Long[]::new));
    }

    private static boolean isWhole(Simulator simulator, String account, Reader reader) {
        return AccountTruth.delivered(reader.taken(), "fill").equals(AccountTruth.fills(simulator, account))
                && AccountTruth.delivered(reader.taken(), "funding").equals(AccountTruth.fundings(simulator, account))
                && AccountTruth.delivered(reader.taken(), "ledger_update")
                        .equals(AccountTruth.deposits(simulator, account));
    }

    private void awaitEqual(Simulator simulator, Symbol symbol, Interval interval, long untilMs) throws Exception {
        var truth = Candles.ofExchange(simulator, symbol, interval, untilMs);
        assertThat(truth).hasSizeGreaterThan(HISTORY * 60_000 / Math.toIntExact(interval.lengthMs()) - 1);
        long giveUp = System.nanoTime() + Duration.ofMinutes(4).toNanos();
        var stored = Candles.stored(SidecarProcess.data(folder), symbol, interval, untilMs);
        while (!stored.equals(truth) && System.nanoTime() < giveUp) {
            LockSupport.parkNanos(200_000_000);
            stored = Candles.stored(SidecarProcess.data(folder), symbol, interval, untilMs);
        }
        assertThat(stored).as(symbol + " " + interval).isEqualTo(truth);
    }
}
