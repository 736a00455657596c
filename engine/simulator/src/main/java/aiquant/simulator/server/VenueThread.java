package aiquant.simulator.server;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// The one thread on which the exchange lives.
final class VenueThread implements AutoCloseable {
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("simulator").daemon().factory());

    /// Runs a task there and waits for it.
    ///
    /// @throws IllegalStateException if the exchange is closed or the task failed with a checked exception
    <T> T call(Callable<T> task) {
        try {
            return thread.submit(task).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the simulator", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure
                    ? failure
                    : new IllegalStateException("the simulator failed", e.getCause());
        } catch (RejectedExecutionException e) {
            throw new IllegalStateException("the simulator is closed", e);
        }
    }

    /// Runs a task there, some time.
    void execute(Runnable task) {
        try {
            thread.execute(task);
        } catch (RejectedExecutionException _) {
            // Closed: what came late is lost, as it is when a server stops.
        }
    }

    void every(long ms, Runnable task) {
        var unused = thread.scheduleAtFixedRate(task, ms, ms, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
        try {
            var unused = thread.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
