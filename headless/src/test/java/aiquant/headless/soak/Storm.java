package aiquant.headless.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/// The bad time itself: orders, questions, weather and deaths take turns at moments drawn from the seed.
final class Storm {

    private static final long STEP_NANOS = Duration.ofMillis(10).toNanos();
    private static final int LONGEST_DEATH_MS = 2_000;

    private final SidecarProcess sidecar;
    private final Weather weather;
    private final Trader trader;
    private final Reader reader;
    private final RandomGenerator random;
    private int kills;
    private int ordersWhileDead;
    private int orders;
    private volatile boolean isOver;
    private volatile String readerFailure = "";

    Storm(SidecarProcess sidecar, Weather weather, Trader trader, Reader reader, RandomGenerator random) {
        this.sidecar = sidecar;
        this.weather = weather;
        this.trader = trader;
        this.reader = reader;
        this.random = random;
    }

    /// @param wanted how often the sidecar is killed; it lives in the end
    void rage(Duration length, int wanted) throws IOException, InterruptedException {
        Thread listener = Thread.ofPlatform().name("reader").start(this::read);
        try {
            long lifeNanos = length.toNanos() / (wanted + 1);
            for (int life = 0; life <= wanted; life++) {
                if (life > 0) {
                    die();
                }
                // Every other death may come while the sidecar is still starting.
                live(lifeNanos / 4 + random.nextLong(3 * lifeNanos / 2), life % 2 == 0);
            }
        } finally {
            isOver = true;
            listener.join();
        }
        assertThat(readerFailure).isEmpty();
    }

    private void read() {
        try {
            while (!isOver) {
                reader.turn();
                LockSupport.parkNanos(3 * STEP_NANOS);
            }
        } catch (AssertionError | RuntimeException e) {
            readerFailure = String.valueOf(e);
        }
    }

    /// @param isUseful whether it lasts until the reader got something, however slow this machine is
    private void live(long nanos, boolean isUseful) {
        long endNanos = System.nanoTime() + nanos;
        long nextWeather = System.nanoTime();
        int taken = reader.count();
        while (System.nanoTime() - endNanos < 0 || (isUseful && reader.count() == taken && readerFailure.isEmpty())) {
            if (System.nanoTime() - nextWeather >= 0) {
                weather.change();
                nextWeather = System.nanoTime()
                        + Duration.ofMillis(random.nextInt(500, 4_000)).toNanos();
            }
            if (trade()) {
                orders++;
            }
        }
    }

    private void die() throws IOException, InterruptedException {
        sidecar.kill();
        kills++;
        long endNanos = System.nanoTime()
                + Duration.ofMillis(random.nextInt(LONGEST_DEATH_MS)).toNanos();
        while (System.nanoTime() - endNanos < 0) {
            if (trade()) {
                ordersWhileDead++;
            }
        }
        sidecar.restart();
    }

    private boolean trade() {
        LockSupport.parkNanos(random.nextLong(20 * STEP_NANOS));
        if (random.nextInt(40) == 0) {
            trader.deposit();
        }
        return trader.trade();
    }

    /// A test that hits nothing proves nothing.
    void assertItRaged(int wanted) {
        assertThat(kills).isEqualTo(wanted);
        assertThat(weather.strikes()).isGreaterThan(wanted);
        assertThat(orders).isGreaterThan(10 * wanted);
        assertThat(ordersWhileDead).isPositive();
        assertThat(reader.deaths()).isPositive();
    }
}
