package aiquant.sidecar.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import aiquant.kernel.market.Interval;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Reads months of real hourly candles where they are available.
class RealCandlesTest {

    private final Path hourly =
            Path.of(System.getProperty("aiquant.shared", "absent"), "data", "candles", "hyperliquid", "1h");

    @BeforeEach
    void needsTheData() {
        assumeTrue(Files.isDirectory(hourly), "the recorded market data is not on this machine");
    }

    @Test
    void readsEveryHourlyCandle() {
        CandleSource source = read(hourly);

        assertThat(source.series()).hasSize(44);
        assertThat(source.rows()).isEqualTo(288_044);
        assertThat(source.minMs()).isEqualTo(Timestamps.parse("2024-09-03T19:00:00Z"));
        assertThat(source.maxMs()).isEqualTo(Timestamps.parse("2025-07-26T04:00:00Z"));
        assertThat(source.series())
                .extracting(series -> series.symbol().name())
                .isSorted()
                .contains("BTC", "kPEPE", "kSHIB");
    }

    @Test
    void findsAThousandPepeInAnyCase() {
        CandleSource source = CandleReader.read(
                CandleQuery.of(List.of(hourly.toString()), Interval.H1).only("KPEPE"));

        assertThat(Given.bars(source.series()))
                .first()
                .isEqualTo("kPEPE 1725465600000: 0.00741 0.00751 0.00739 0.007428 8.79187E7");
    }

    @Test
    void importsEveryHourlyCandleAndReadsTheSameBack(@TempDir Path data) {
        ImportSummary summary =
                new MarketDataImport(data, InstantSource.system(), (_, _, _, _) -> {}).run(List.of(hourly));

        assertThat(summary.rows()).isEqualTo(288_044);
        assertThat(Given.bars(read(data).series()))
                .isEqualTo(Given.bars(read(hourly).series()));
        assertThat(CandleCatalog.of(List.of(data.toString())))
                .hasSize(44)
                .allSatisfy(entry -> assertThat(entry.missingBars()).isZero())
                .satisfies(entries -> assertThat(entries.stream()
                                .mapToInt(CandleCatalog.Entry::zeroVolumeRows)
                                .sum())
                        .isEqualTo(3_856));
    }

    private static CandleSource read(Path path) {
        return CandleReader.read(CandleQuery.of(List.of(path.toString()), Interval.H1));
    }
}
