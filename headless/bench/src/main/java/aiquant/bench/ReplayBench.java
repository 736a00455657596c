package aiquant.bench;

import aiquant.kernel.backtest.Backtest;
import aiquant.kernel.backtest.BacktestData;
import aiquant.kernel.backtest.BacktestInput;
import aiquant.kernel.backtest.BacktestResult;
import aiquant.kernel.indicator.IndicatorBank;
import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.market.Interval;
import aiquant.kernel.strategy.CompiledStrategy;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// One replay from loaded and indexed candles to the report, on one thread; and the indexing, which a run does once for
/// all its configurations.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Benchmark)
public class ReplayBench {
    static final String MAIN = "main bars";
    static final String EXITS = "1h + 15m exits";
    static final String BOTH = "1h + 5m exits and entries";

    @Param({MAIN})
    public String bars = MAIN;

    private BacktestInput input = new BenchData().mainBars();
    private BacktestData data = new BacktestData(input);
    private CompiledStrategy strategy = CompiledStrategy.of(input.params());

    /// What a case runs on.
    static BacktestInput input(String bars) {
        BenchData data = new BenchData();
        return switch (bars) {
            case EXITS -> data.finer(Interval.M15, false);
            case BOTH -> data.finer(Interval.M5, true);
            default -> data.mainBars();
        };
    }

    @Setup
    public void prepare() {
        input = input(bars);
        data = new BacktestData(input);
        strategy = CompiledStrategy.of(input.params());
    }

    @Benchmark
    public BacktestData index() {
        return new BacktestData(input);
    }

    @Benchmark
    public BacktestResult replay() {
        return Backtest.run(data, strategy);
    }

    /// The baseline of the same run: all indicators fed bar by bar as in live trading, and nothing else.
    @Benchmark
    public double indicatorsBarByBar() {
        double sum = 0.0;
        for (CandleSeries series : input.candles()) {
            IndicatorBank bank = new IndicatorBank(strategy.params());
            for (int i = 0; i < series.size(); i++) {
                bank.update(
                        series.openTimeMs()[i],
                        series.open()[i],
                        series.high()[i],
                        series.low()[i],
                        series.close()[i],
                        series.volume()[i]);
                sum += bank.latest().adx;
            }
        }
        return sum;
    }
}
