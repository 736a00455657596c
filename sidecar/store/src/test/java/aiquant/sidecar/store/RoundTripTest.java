package aiquant.sidecar.store;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

class RoundTripTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);
    private static final long HOUR = 3_600_000L;

    private Path folder = Path.of("");

    record Bar(double open, double high, double low, double close, double volume) {}

    @BeforeProperty
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory("round-trip");
    }

    @AfterProperty
    void removeFolder() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Property(tries = 60)
    void everyDoubleComesBackBitForBitFromCsvAndFromTheDatabase(@ForAll("bars") List<Bar> bars) throws IOException {
        Path csv = Given.candles(
                folder.resolve("BTC.csv.gz"),
                IntStream.range(0, bars.size())
                        .mapToObj(i -> line(i, bars.get(i)))
                        .toArray(String[]::new));
        Path data = folder.resolve("data");
        Files.createDirectories(data);
        Files.deleteIfExists(CandleStore.file(data, Interval.H1));
        CandleSeries expected = series(bars);

        new MarketDataImport(data, CLOCK, (_, _, _, _) -> {}).run(List.of(csv));

        assertSame(expected, read(csv));
        assertSame(expected, read(data));
    }

    private static String line(int i, Bar bar) {
        return "BTC,1h," + i * HOUR + "," + bar.open() + "," + bar.high() + "," + bar.low() + "," + bar.close() + ","
                + bar.volume();
    }

    private static CandleSeries series(List<Bar> bars) {
        return new CandleSeries(
                new Symbol("BTC"),
                Interval.H1,
                IntStream.range(0, bars.size()).mapToLong(i -> i * HOUR).toArray(),
                bars.stream().mapToDouble(Bar::open).toArray(),
                bars.stream().mapToDouble(Bar::high).toArray(),
                bars.stream().mapToDouble(Bar::low).toArray(),
                bars.stream().mapToDouble(Bar::close).toArray(),
                bars.stream().mapToDouble(Bar::volume).toArray());
    }

    private static CandleSeries read(Path path) {
        return CandleReader.read(CandleQuery.of(List.of(path.toString()), Interval.H1))
                .series()
                .getFirst();
    }

    /// Arrays of doubles compare by bits here.
    private static void assertSame(CandleSeries expected, CandleSeries actual) {
        assertThat(actual.openTimeMs()).isEqualTo(expected.openTimeMs());
        assertThat(actual.open()).isEqualTo(expected.open());
        assertThat(actual.high()).isEqualTo(expected.high());
        assertThat(actual.low()).isEqualTo(expected.low());
        assertThat(actual.close()).isEqualTo(expected.close());
        assertThat(actual.volume()).isEqualTo(expected.volume());
    }

    @Provide
    Arbitrary<List<Bar>> bars() {
        Arbitrary<Double> price = Arbitraries.doubles().between(1e-12, 1e12).ofScale(12);
        Arbitrary<Double> volume = Arbitraries.oneOf(
                Arbitraries.just(0.0), Arbitraries.doubles().between(0, 1e15).ofScale(9));
        return Combinators.combine(price, price, price, price, volume)
                .as((a, b, c, d, v) -> {
                    double[] sorted = {a, b, c, d};
                    Arrays.sort(sorted);
                    return new Bar(sorted[1], sorted[3], sorted[0], sorted[2], v);
                })
                .list()
                .ofMinSize(1)
                .ofMaxSize(50);
    }
}
