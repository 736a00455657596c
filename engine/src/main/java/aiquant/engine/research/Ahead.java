package aiquant.engine.research;

import aiquant.kernel.sweep.SweepRunner;
import aiquant.kernel.sweep.Trial;
import aiquant.kernel.sweep.TrialResult;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

/// Lets a runner evaluate on a thread of its own, so that trials are drawn and rows written meanwhile.
final class Ahead implements AutoCloseable {
    private final SweepRunner runner;
    private final BooleanSupplier isCancelled;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("sweep-ahead").daemon().factory());
    private Future<Optional<List<TrialResult>>> running = thread.submit(() -> Optional.of(List.of()));
    private volatile boolean isClosed;

    Ahead(SweepRunner runner, BooleanSupplier isCancelled) {
        this.runner = runner;
        this.isCancelled = isCancelled;
    }

    /// To be called when the one before was awaited.
    void start(List<Trial> trials) {
        running = thread.submit(() -> runner.evaluate(trials, () -> isClosed || isCancelled.getAsBoolean()));
    }

    /// What came of the trials started last; empty when they were cancelled.
    Optional<List<TrialResult>> await() {
        return CpuSweepRunner.await(running);
    }

    /// Cancels what is still running and waits for its end.
    @Override
    public void close() {
        isClosed = true;
        thread.close();
    }
}
