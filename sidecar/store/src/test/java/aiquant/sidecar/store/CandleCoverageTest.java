package aiquant.sidecar.store;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.kernel.market.Candle;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was received last, and what is known of it.
class CandleCoverageTest {

    private static final Symbol BTC = new Symbol("BTC");
    private static final long HOUR = 3_600_000;

    @TempDir
    Path folder;

    @Test
    void isEmptyWithoutADatabase() {
        assertThat(CandleCoverage.read(folder, Interval.H1, BTC).present().isEmpty())
                .isTrue();
    }

    @Test
    void tellsBarsOfTheStreamFromThoseTheHistoryConfirmed() {
        append(
                row(0, 1, true, Origin.STREAM, 10),
                row(1, 1, true, Origin.REST, 10),
                row(3, 1, false, Origin.STREAM, 10));

        CandleCoverage coverage = CandleCoverage.read(folder, Interval.H1, BTC);

        assertThat(coverage.present().missing(0, 3 * HOUR)).containsExactly(new TimeRange(2 * HOUR, 3 * HOUR));
        assertThat(coverage.confirmed().missing(0, 3 * HOUR))
                .containsExactly(new TimeRange(0, 0), new TimeRange(2 * HOUR, 3 * HOUR));
    }

    @Test
    void letsTheHistoryConfirmABarWithoutANewRevision() {
        append(row(0, 1, true, Origin.STREAM, 10));

        append(row(0, 1, true, Origin.REST, 20));

        assertThat(rows()).containsExactly("1.0 rest 20 0");
    }

    @Test
    void keepsAClosedBarAgainstASnapshotTakenEarlier() {
        append(row(0, 2, true, Origin.STREAM, 20));

        append(row(0, 1, true, Origin.REST, 10));

        assertThat(rows()).containsExactly("2.0 ws 20 0");
    }

    @Test
    void countsARewrittenBarAsARevision() {
        append(row(0, 2, true, Origin.REST, 20));

        append(row(0, 1, true, Origin.STREAM, 30));

        assertThat(rows()).containsExactly("1.0 ws 30 1");
    }

    @Test
    void prunesOneSymbolBeforeATime() {
        append(row(0, 1, true, Origin.REST, 1), row(1, 1, true, Origin.REST, 1));

        try (CandleStore store = open()) {
            assertThat(store.prune(BTC, HOUR)).isEqualTo(1);
            assertThat(store.prune(new Symbol("ETH"), 2 * HOUR)).isZero();
        }

        assertThat(rows()).hasSize(1);
    }

    private void append(StoredCandle... candles) {
        try (CandleStore store = open()) {
            store.append(List.of(candles));
        }
    }

    private CandleStore open() {
        return CandleStore.open(folder, Interval.H1, InstantSource.fixed(Instant.EPOCH));
    }

    private List<String> rows() {
        return Given.query(
                CandleStore.file(folder, Interval.H1),
                "SELECT c, source, received_ms, revision FROM candles ORDER BY symbol, t");
    }

    private static StoredCandle row(long hour, double close, boolean isClosed, Origin origin, long receivedMs) {
        Candle candle = new Candle(BTC, Interval.H1, hour * HOUR, 1, 2, 0.5, close, 10);
        return new StoredCandle(candle, 7, isClosed, origin, receivedMs);
    }
}
