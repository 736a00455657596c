package aiquant.engine.research;

import aiquant.kernel.backtest.BacktestReport;
import aiquant.kernel.backtest.Market;
import aiquant.kernel.backtest.SeriesCache;
import aiquant.kernel.backtest.Trials;
import aiquant.kernel.sweep.SweepRunner;
import aiquant.kernel.sweep.Trial;
import aiquant.kernel.sweep.TrialResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;

/// Evaluates trials on the processor, one platform thread per worker; all workers share indicator series.
public final class CpuSweepRunner implements SweepRunner {

    /// Indicator series that are kept for the next trials: all of most searches over a dozen symbols, and never fewer
    /// than a few dozen.
    private static final long SERIES_BYTES = 96L << 20;

    private static final long SERIES_AT_LEAST = 64;

    private final Sweep sweep;
    private final ExecutorService workers;
    private final BlockingQueue<Trials> idle = new LinkedBlockingQueue<>();
    private final SeriesCache series;
    private final LongAdder evaluated = new LongAdder();
    private final HeapKeeper heap = new HeapKeeper();

    /// @param threads how many workers, at least 1
    public CpuSweepRunner(Sweep sweep, int threads) {
        this.sweep = sweep;
        Market market = sweep.data().market();
        series = new SeriesCache(market, Math.max(SERIES_BYTES, SERIES_AT_LEAST * Double.BYTES * market.rowCount()));
        workers = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name("sweep-", 1).daemon().factory());
        for (int i = 0; i < threads; i++) {
            idle.add(new Trials(sweep.data(), series));
        }
    }

    @Override
    public Optional<List<TrialResult>> evaluate(List<Trial> trials, BooleanSupplier isCancelled) {
        List<Optional<TrialResult>> results = each(trials, (worker, trial) -> {
            if (isCancelled.getAsBoolean()) {
                return Optional.empty();
            }
            TrialResult result = new TrialResult(trial, worker.run(sweep.strategies(trial)));
            evaluated.increment();
            heap.tidy();
            return Optional.of(result);
        });
        return results.stream().allMatch(Optional::isPresent)
                ? Optional.of(results.stream().flatMap(Optional::stream).toList())
                : Optional.empty();
    }

    /// Full reports of some trials, in their order.
    public List<BacktestReport> reports(List<Trial> trials) {
        return each(trials, (worker, trial) -> worker.report(sweep.strategies(trial)));
    }

    /// Every trial on the next free worker.
    private <T> List<T> each(List<Trial> trials, BiFunction<Trials, Trial, T> work) {
        List<Future<T>> running = new ArrayList<>(trials.size());
        for (Trial trial : trials) {
            running.add(workers.submit(() -> {
                Trials worker = idle.take();
                try {
                    return work.apply(worker, trial);
                } finally {
                    idle.add(worker);
                }
            }));
        }
        return running.stream().map(CpuSweepRunner::await).toList();
    }

    /// What came of the work.
    static <T> T await(Future<T> work) {
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

    @Override
    public long evaluated() {
        return evaluated.sum();
    }

    @Override
    public long seriesComputed() {
        return series.computed();
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
