package aiquant.headless.command;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Whether the person wants a long run to end: Ctrl-C or a termination asks once, and the process stays until the work
/// has written what is done.
final class StopSignal implements AutoCloseable {

    private static final long LONGEST_WAIT_S = 30;

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = Thread.ofPlatform().unstarted(this::stop);
    private final CountDownLatch given = new CountDownLatch(1);

    private StopSignal() {}

    static StopSignal listen() {
        StopSignal signal = new StopSignal();
        Runtime.getRuntime().addShutdownHook(signal.hook);
        return signal;
    }

    boolean isGiven() {
        return given.getCount() == 0;
    }

    /// Waits so long for it, or less if it comes.
    boolean comesWithin(Duration time) throws InterruptedException {
        return given.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void stop() {
        given.countDown();
        try {
            done.await(LONGEST_WAIT_S, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The work has ended; the process may.
    @Override
    public void close() {
        done.countDown();
        if (!isGiven()) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
