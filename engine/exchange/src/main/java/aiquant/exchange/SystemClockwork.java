package aiquant.exchange;

import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// This machine's time. One thread keeps the times; each task runs on a virtual thread.
public final class SystemClockwork implements Clockwork, AutoCloseable {
    private final InstantSource wall;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("exchange-timer").factory());

    public SystemClockwork(InstantSource wall) {
        this.wall = wall;
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public long millis() {
        return wall.millis();
    }

    @Override
    public void sleep(long ms) throws InterruptedException {
        Thread.sleep(ms);
    }

    @Override
    public Task schedule(long delayMs, Runnable task) {
        Future<?> planned = timer.schedule(
                () -> Thread.ofVirtual().name("exchange-task").start(task), delayMs, TimeUnit.MILLISECONDS);
        return () -> planned.cancel(false);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
