package aiquant.gpu;

import aiquant.kernel.backtest.BacktestSummary;
import aiquant.kernel.backtest.Market;
import aiquant.kernel.backtest.SeriesCache;
import aiquant.kernel.backtest.Trials;
import aiquant.kernel.sweep.Draws;
import aiquant.kernel.sweep.ResultsDiffer;
import aiquant.kernel.sweep.SweepRunner.Sweep;
import aiquant.kernel.sweep.TopK;
import aiquant.kernel.sweep.TrialResult;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/// Replays the best results of cards, and as many others, on the JVM while the cards go on.
///
/// Who is among them is looked up when a thread is free, so that of a long sweep hardly more are replayed than are the
/// best in the end.
final class JvmCheck implements AutoCloseable {
    private static final long SERIES_BYTES = 32L << 20;
    private static final long SERIES_AT_LEAST = 24;
    private static final long LOTS = 0x5eed;

    private final Sweep sweep;
    private final int count;
    private final int threads;
    private final Map<String, String> circumstances = new TreeMap<>();
    private final ExecutorService workers;
    private final ThreadLocal<Trials> trials;

    // All below: guarded by this.
    private int active;
    private final TopK best;
    private final TreeMap<Long, TrialResult> sample = new TreeMap<>();
    private final List<TrialResult> asked = new ArrayList<>();
    private final Set<Long> begun = new HashSet<>();
    private Optional<RuntimeException> failure = Optional.empty();

    /// @param count how many of the best, and how many others
    JvmCheck(Sweep sweep, int count, int threads) {
        this.sweep = sweep;
        this.count = count;
        this.threads = threads;
        best = new TopK(count);
        Market market = sweep.data().market();
        SeriesCache cache =
                new SeriesCache(market, Math.max(SERIES_BYTES, SERIES_AT_LEAST * Double.BYTES * market.rowCount()));
        trials = ThreadLocal.withInitial(() -> new Trials(sweep.data(), cache));
        workers = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name("gpu-check-", 1).daemon().factory());
    }

    /// What a report says about the machine that the results come from.
    synchronized void note(String name, String value) {
        circumstances.merge(name, value, (a, b) -> a.equals(b) ? a : a + "; " + b);
    }

    /// Results that a card came to.
    synchronized void watch(List<TrialResult> results) {
        for (TrialResult result : results) {
            best.add(result);
            sample.put(Draws.bits(LOTS, result.trial().index(), 0), result);
            if (sample.size() > count) {
                sample.pollLastEntry();
            }
        }
        start();
    }

    private synchronized void start() {
        while (active < threads) {
            active++;
            workers.execute(this::work);
        }
    }

    private void work() {
        Optional<TrialResult> next = next();
        while (next.isPresent()) {
            check(next.get());
            next = next();
        }
    }

    /// The next one to be replayed. A worker that gets none has ended.
    private synchronized Optional<TrialResult> next() {
        Optional<TrialResult> next = failure.isPresent()
                ? Optional.empty()
                : Stream.of(asked, best.sorted(), sample.values())
                        .flatMap(results -> results.stream())
                        .filter(result -> begun.add(result.trial().index()))
                        .findFirst();
        if (next.isEmpty()) {
            active--;
            notifyAll();
        }
        return next;
    }

    private void check(TrialResult result) {
        try {
            BacktestSummary expected = trials.get().run(sweep.strategies(result.trial()));
            if (!expected.equals(result.summary())) {
                failed(new ResultsDiffer(result.trial(), expected, result.summary(), noted()));
            }
        } catch (RuntimeException | Error e) {
            failed(new IllegalStateException("trial " + result.trial().index() + " could not be replayed", e));
        }
    }

    private synchronized Map<String, String> noted() {
        return Map.copyOf(circumstances);
    }

    private synchronized void failed(RuntimeException reason) {
        failure = failure.or(() -> Optional.of(reason));
    }

    /// How many were replayed.
    synchronized int checked() {
        return begun.size();
    }

    /// @throws ResultsDiffer if one was found wrong
    synchronized void throwIfWrong() {
        failure.ifPresent(found -> {
            throw found;
        });
    }

    /// Waits until the best results and the others are replayed, these included.
    ///
    /// @throws ResultsDiffer if one was found wrong
    synchronized void finish(List<TrialResult> more) {
        asked.addAll(more.subList(0, Math.min(count, more.size())));
        start();
        while (active > 0) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while results of a card were replayed", e);
            }
        }
        throwIfWrong();
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
