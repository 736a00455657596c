package aiquant.bench;

import aiquant.engine.research.CpuSweepRunner;
import aiquant.kernel.backtest.BacktestData;
import aiquant.kernel.strategy.StrategyParams;
import aiquant.kernel.sweep.Axis;
import aiquant.kernel.sweep.Grid;
import aiquant.kernel.sweep.ParameterSpace;
import aiquant.kernel.sweep.SweepRunner.Sweep;
import aiquant.kernel.sweep.Trial;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
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

/// Many configurations over the same hourly candles, parameters built and compiled included, with the collector that
/// `./aiquant sweep` starts with.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgsPrepend = {"-XX:+UseSerialGC", "-XX:MaxNewSize=24m", "-XX:MinHeapFreeRatio=5", "-XX:MaxHeapFreeRatio=15"
        })
@State(Scope.Benchmark)
public class SweepBench {
    static final int COMBINATIONS = 288;
    static final int DISTINCT = 96;

    @Param({"2"})
    public int threads = 2;

    private final BacktestData data = new BacktestData(new BenchData().mainBars());

    /// Stops, targets, sizes and trails: one set of indicators and signals for all.
    @Benchmark
    public double smoke() {
        return best(
                COMBINATIONS,
                axis("trade.sl_atr_mult", 1.5, 2.0, 2.5, 3.0),
                axis("trade.tp_atr_mult", 3.0, 4.0, 5.0, 6.0),
                axis("trade.allocation_pct", 0.10, 0.15, 0.20),
                axis("trade.trailing_start_atr", 1.5, 2.0, 2.5),
                axis("trade.trailing_distance_atr", 0.5, 1.0));
    }

    /// Gates that differ: every configuration evaluates its own signals.
    @Benchmark
    public double distinctSignals() {
        return best(
                DISTINCT,
                axis("thresholds.entry.min_adx", 10, 12, 14, 16, 18, 20, 22, 24),
                axis("thresholds.ranging.adx_below", 15, 18, 21, 24),
                axis("thresholds.entry.max_dist_ema_fast", 0.02, 0.03, 0.04));
    }

    private static Axis axis(String path, double... values) {
        return new Axis(path, values, Optional.empty());
    }

    private double best(int combinations, Axis... axes) {
        ParameterSpace space = new ParameterSpace(List.of(axes), StrategyParams.defaults());
        List<Trial> trials = new Grid(space).next(combinations);
        try (CpuSweepRunner runner = new CpuSweepRunner(new Sweep(data, space), threads)) {
            return runner.evaluate(trials, () -> false).orElseThrow().stream()
                    .mapToDouble(result -> result.summary().totalPnl())
                    .max()
                    .orElseThrow();
        }
    }
}
