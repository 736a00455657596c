package aiquant.headless.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Whether the person wants a long run to end: Ctrl-C or a termination asks once, and the process stays until the work
/// has written what is done.
final class StopSignal implements AutoCloseable {

    private static final long LONGEST_WAIT_S = 30;

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = Thread.ofPlatform().unstarted(this::stop);
    private volatile boolean isGiven;

    private StopSignal() {}

    static StopSignal listen() {
        StopSignal signal = new StopSignal();
        Runtime.getRuntime().addShutdownHook(signal.hook);
        return signal;
    }

    boolean isGiven() {
        return isGiven;
    }

    private void stop() {
        isGiven = true;
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
        if (!isGiven) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
