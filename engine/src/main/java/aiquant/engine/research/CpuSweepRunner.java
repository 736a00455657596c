package aiquant.engine.research;

import aiquant.kernel.backtest.BacktestReport;
import aiquant.kernel.backtest.BacktestSummary;
import aiquant.kernel.backtest.SeriesCache;
import aiquant.kernel.backtest.Trials;
import aiquant.kernel.strategy.CompiledStrategy;
import aiquant.kernel.sweep.SweepRunner;
import aiquant.kernel.sweep.Trial;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;

/// Evaluates trials on the processor, one platform thread per worker; all workers share indicator series.
public final class CpuSweepRunner implements SweepRunner {
    private final Sweep sweep;
    private final ExecutorService workers;
    private final List<Trials> perWorker = new ArrayList<>();
    private final BlockingQueue<Trials> idle = new LinkedBlockingQueue<>();
    private final SeriesCache series;
    private final LongAdder evaluated = new LongAdder();
    private final HeapKeeper heap = new HeapKeeper();

    /// @param threads     how many workers, at least 1
    /// @param seriesBytes how much memory shared indicator series may take
    public CpuSweepRunner(Sweep sweep, int threads, long seriesBytes) {
        this.sweep = sweep;
        series = new SeriesCache(sweep.data().market(), seriesBytes);
        workers = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name("sweep-", 1).daemon().factory());
        for (int i = 0; i < threads; i++) {
            perWorker.add(new Trials(sweep.data(), series));
        }
        idle.addAll(perWorker);
    }

    @Override
    public List<Optional<BacktestSummary>> evaluate(List<Trial> trials, BooleanSupplier isCancelled) {
        List<Optional<BacktestSummary>> results = new ArrayList<>(Collections.nCopies(trials.size(), Optional.empty()));
        AtomicInteger next = new AtomicInteger();
        List<Future<Boolean>> running = new ArrayList<>();
        for (Trials worker : perWorker) {
            running.add(workers.submit(() -> work(worker, trials, next, results, isCancelled)));
        }
        running.forEach(CpuSweepRunner::await);
        return results;
    }

    /// Each place of `results` is written by one worker and read after all have ended.
    private boolean work(
            Trials worker,
            List<Trial> trials,
            AtomicInteger next,
            List<Optional<BacktestSummary>> results,
            BooleanSupplier isCancelled) {
        for (int i = next.getAndIncrement(); i < trials.size(); i = next.getAndIncrement()) {
            if (isCancelled.getAsBoolean()) {
                return false;
            }
            results.set(i, Optional.of(worker.run(strategy(trials.get(i)))));
            evaluated.increment();
            heap.tidy();
        }
        return true;
    }

    private CompiledStrategy strategy(Trial trial) {
        try {
            return CompiledStrategy.of(sweep.space().params(trial));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "combination " + trial.index() + " of the sweep cannot run: " + e.getMessage() + "; its values are "
                            + sweep.space().overrides(trial),
                    e);
        }
    }

    private static <T> T await(Future<T> work) {
        try {
            return work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a sweep was running", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure
                    ? failure
                    : new IllegalStateException("a sweep worker failed", e.getCause());
        }
    }

    /// Full reports of some trials, in their order.
    public List<BacktestReport> reports(List<Trial> trials) {
        List<Future<BacktestReport>> running = new ArrayList<>();
        for (int i = 0; i < trials.size(); i++) {
            Trial trial = trials.get(i);
            running.add(workers.submit(() -> {
                Trials worker = idle.take();
                try {
                    return worker.report(strategy(trial));
                } finally {
                    idle.add(worker);
                }
            }));
        }
        return running.stream().map(CpuSweepRunner::await).toList();
    }

    @Override
    public long evaluated() {
        return evaluated.sum();
    }

    /// Indicator series computed so far, repetitions included.
    public long seriesComputed() {
        return series.computed();
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
