package aiquant.bench;

import aiquant.kernel.market.Candle;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import aiquant.sidecar.store.CandleStore;
import aiquant.sidecar.store.Origin;
import aiquant.sidecar.store.StoredCandle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
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

/// Writing new candles into a database as the sidecar does, one transaction a call.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Benchmark)
public class WriteBench {
    static final int SYMBOLS = 100;
    static final int BARS = 100;

    private Path folder = Path.of("");
    private List<CandleStore> open = List.of();
    private long nextMs;

    @Setup
    public void openDatabase() throws IOException {
        folder = Files.createTempDirectory("aiquant-bench");
        open = List.of(CandleStore.open(folder, Interval.M1, InstantSource.system()));
    }

    @TearDown
    public void removeDatabase() throws IOException {
        open.forEach(CandleStore::close);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Benchmark
    public long append() {
        List<StoredCandle> rows = new ArrayList<>(SYMBOLS * BARS);
        for (int bar = 0; bar < BARS; bar++) {
            for (int symbol = 0; symbol < SYMBOLS; symbol++) {
                Candle candle = new Candle(
                        new Symbol("S" + symbol), Interval.M1, nextMs, 100 + bar, 101 + bar, 99, 100, symbol + 1);
                rows.add(new StoredCandle(candle, 7, true, Origin.STREAM, nextMs));
            }
            nextMs += Interval.M1.lengthMs();
        }
        return open.getFirst().append(rows);
    }
}
