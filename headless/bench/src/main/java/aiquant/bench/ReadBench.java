package aiquant.bench;

import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.market.Interval;
import aiquant.sidecar.store.CandleQuery;
import aiquant.sidecar.store.CandleReader;
import aiquant.sidecar.store.ImportProgress;
import aiquant.sidecar.store.MarketDataImport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// Reading candles from files that the system has cached.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Benchmark)
public class ReadBench {
    private final BenchData data = new BenchData();
    private Path folder = Path.of("");

    @Setup
    public void importCandles() throws IOException {
        folder = Files.createTempDirectory("aiquant-bench");
        ImportProgress silent = (step, done, total, rows) -> {};
        new MarketDataImport(folder, InstantSource.system(), silent).run(List.of(data.path(Interval.M5)));
    }

    @TearDown
    public void removeCandles() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Benchmark
    public List<CandleSeries> csv() {
        return read(data.path(Interval.M5));
    }

    @Benchmark
    public List<CandleSeries> sqlite() {
        return read(folder);
    }

    private static List<CandleSeries> read(Path from) {
        return CandleReader.read(CandleQuery.of(List.of(from.toString()), Interval.M5))
                .series();
    }
}
