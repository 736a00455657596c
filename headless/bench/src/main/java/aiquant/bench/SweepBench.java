package aiquant.bench;

import aiquant.kernel.backtest.BacktestData;
import aiquant.kernel.backtest.SeriesCache;
import aiquant.kernel.backtest.Trials;
import aiquant.kernel.strategy.CompiledStrategy;
import aiquant.kernel.strategy.StrategyParams;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.DoubleAdder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Many configurations over the same hourly candles, parameters built and compiled included.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@State(Scope.Benchmark)
public class SweepBench {
    static final int COMBINATIONS = 288;
    static final int DISTINCT = 96;

    @Param({"2"})
    public int threads = 2;

    private final BacktestData data = new BacktestData(new BenchData().mainBars());

    /// Stops, targets, sizes and trails: one set of indicators and signals for all.
    @Benchmark
    public double smoke() throws InterruptedException {
        List<Change> changes = List.of(
                new Change("trade.sl_atr_mult", 1.5, 2.0, 2.5, 3.0),
                new Change("trade.tp_atr_mult", 3.0, 4.0, 5.0, 6.0),
                new Change("trade.allocation_pct", 0.10, 0.15, 0.20),
                new Change("trade.trailing_start_atr", 1.5, 2.0, 2.5),
                new Change("trade.trailing_distance_atr", 0.5, 1.0));
        return run(changes, COMBINATIONS);
    }

    /// Gates that differ: every configuration evaluates its own signals.
    @Benchmark
    public double distinctSignals() throws InterruptedException {
        List<Change> changes = List.of(
                new Change("thresholds.entry.min_adx", 10, 12, 14, 16, 18, 20, 22, 24),
                new Change("thresholds.ranging.adx_below", 15, 18, 21, 24),
                new Change("thresholds.entry.max_dist_ema_fast", 0.02, 0.03, 0.04));
        return run(changes, DISTINCT);
    }

    private double run(List<Change> changes, int combinations) throws InterruptedException {
        SeriesCache series = new SeriesCache(data.market(), 1L << 29);
        AtomicInteger next = new AtomicInteger();
        DoubleAdder sum = new DoubleAdder();
        List<Thread> workers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            workers.add(Thread.ofPlatform().start(() -> {
                Trials trials = new Trials(data, series);
                for (int at = next.getAndIncrement(); at < combinations; at = next.getAndIncrement()) {
                    sum.add(trials.run(CompiledStrategy.of(combination(changes, at)))
                            .totalPnl());
                }
            }));
        }
        for (Thread worker : workers) {
            worker.join();
        }
        return sum.sum();
    }

    private static StrategyParams combination(List<Change> changes, int index) {
        StrategyParams params = StrategyParams.defaults();
        int rest = index;
        for (Change change : changes) {
            params = params.with(change.path, change.values[rest % change.values.length]);
            rest /= change.values.length;
        }
        return params;
    }

    private static final class Change {
        private final String path;
        private final double[] values;

        private Change(String path, double... values) {
            this.path = path;
            this.values = values;
        }
    }
}
