package aiquant.sidecar.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aiquant.kernel.market.Candle;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CandleStoreTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2025-01-01T00:00:00Z"));

    @TempDir
    Path folder;

    @Test
    void writesEveryColumn() {
        try (CandleStore store = open()) {
            assertThat(store.append(List.of(closed(0, 1.5)))).isEqualTo(1);
        }

        assertThat(rows())
                .containsExactly("BTC 1h 0 3599999 1.0 2.0 0.5 1.5 10.0 7 2025-01-01T00:00:00Z 1 ws 1735689600123 0");
    }

    @Test
    void keepsTheLastWriterOfABarAndCountsRevisions() {
        try (CandleStore store = open()) {
            store.append(List.of(row(0, 1.25, false), row(0, 1.5, false)));
            store.append(List.of(closed(0, 1.75)));
        }

        assertThat(rows())
                .containsExactly("BTC 1h 0 3599999 1.0 2.0 0.5 1.75 10.0 7 2025-01-01T00:00:00Z 1 ws 1735689600123 2");
    }

    @Test
    void neverReplacesAClosedBarByAnOpenOne() {
        try (CandleStore store = open()) {
            store.append(List.of(closed(0, 1.5)));

            assertThat(store.append(List.of(row(0, 1.25, false)))).isZero();
        }

        assertThat(rows()).singleElement().asString().contains(" 1.5 10.0 ").endsWith(" 1 ws 1735689600123 0");
    }

    @Test
    void leavesARowAloneThatWouldNotChange() {
        try (CandleStore store = open()) {
            store.append(List.of(closed(0, 1.5)));

            assertThat(store.append(List.of(closed(0, 1.5)))).isZero();
        }

        assertThat(rows()).singleElement().asString().endsWith(" 0");
    }

    @Test
    void keepsNothingOfABatchThatWasNotCommitted() {
        try (CandleStore store = open()) {
            try (CandleStore.Batch batch = store.begin()) {
                batch.add(closed(0, 1.5));
            }
            store.append(List.of(closed(3_600_000, 1.5)));
        }

        assertThat(rows()).singleElement().asString().startsWith("BTC 1h 3600000 ");
    }

    @Test
    void letsReadersReadWhileItWrites() {
        try (CandleStore store = open()) {
            store.append(List.of(closed(0, 1.5)));
            try (CandleStore.Batch batch = store.begin()) {
                batch.add(closed(3_600_000, 1.5));

                assertThat(CandleReader.read(CandleQuery.of(List.of(folder.toString()), Interval.H1))
                                .rows())
                        .isEqualTo(1);
                batch.commit();
            }
            assertThat(CandleReader.read(CandleQuery.of(List.of(folder.toString()), Interval.H1))
                            .rows())
                    .isEqualTo(2);
        }
    }

    @Test
    void takesOverTheDatabaseOfAnotherProgram() {
        Path file = Given.plainDatabase(folder.resolve("candles_1h.db"), "'BTC', '1h', 0, 1, 1, 1, 1, 1");

        try (CandleStore store = open()) {
            store.append(List.of(closed(3_600_000, 1.5)));
        }

        assertThat(Given.query(file, "SELECT t, closed, source, revision FROM candles ORDER BY t"))
                .containsExactly("0 1 null 0", "3600000 1 ws 0");
        assertThat(Given.query(file, "PRAGMA user_version")).containsExactly("1");
    }

    @Test
    void refusesADatabaseItDoesNotKnow() {
        Path newer = Given.database(
                folder.resolve("candles_1h.db"), "CREATE TABLE candles(symbol TEXT)", "PRAGMA user_version = 2");
        Path foreign = Given.database(folder.resolve("candles_5m.db"), "CREATE TABLE candles(symbol TEXT, price REAL)");

        assertThatThrownBy(this::open)
                .isInstanceOf(StoreException.class)
                .hasMessage(newer + ": table candles has schema version 2 with the columns [symbol], but this program"
                        + " knows version 1; use the program that wrote it");
        assertThatThrownBy(() -> CandleStore.open(folder, Interval.M5, CLOCK))
                .isInstanceOf(StoreException.class)
                .hasMessage(
                        foreign + ", table candles: the columns [interval, t, t_close, o, h, l, c, v, n, updated_at]"
                                + " are missing, found [symbol, price]");
    }

    @Test
    void saysWhenTheDiskIsFullAndKeepsWhatWasThere() throws SQLException {
        Path file = CandleStore.file(folder, Interval.H1);
        try (CandleStore store = open()) {
            store.append(List.of(closed(0, 1.5)));
            limitSize(store);

            assertThatThrownBy(() -> {
                        try (CandleStore.Batch batch = store.begin()) {
                            for (int hour = 1; hour < 10_000; hour++) {
                                batch.add(closed(hour * 3_600_000L, 1.5));
                            }
                            batch.commit();
                        }
                    })
                    .isInstanceOf(StoreException.class)
                    .hasMessage(file + ": the disk is full, nothing of this transaction was kept; free some space and"
                            + " try again");
        }

        assertThat(rows()).hasSize(1);
    }

    @Test
    void saysWhenItMayNotWrite() throws SQLException {
        Path file = CandleStore.file(folder, Interval.H1);
        try (CandleStore store = open()) {
            try (Statement statement = store.connection().createStatement()) {
                statement.execute("PRAGMA query_only = 1");
            }

            assertThatThrownBy(() -> store.append(List.of(closed(0, 1.5))))
                    .isInstanceOf(StoreException.class)
                    .hasMessage(file + ": this database cannot be written: the file or its folder is read-only");
        }
    }

    @Test
    void saysWhenTheFolderIsMissing() {
        Path missing = folder.resolve("missing");

        assertThatThrownBy(() -> CandleStore.open(missing, Interval.H1, CLOCK))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith(missing.resolve("candles_1h.db") + ": ");
    }

    /// SQLite then fails as it does when the disk has no room left.
    private static void limitSize(CandleStore store) throws SQLException {
        try (Statement statement = store.connection().createStatement()) {
            statement.execute("PRAGMA max_page_count = 20");
        }
    }

    private CandleStore open() {
        return CandleStore.open(folder, Interval.H1, CLOCK);
    }

    private List<String> rows() {
        return Given.query(CandleStore.file(folder, Interval.H1), "SELECT * FROM candles ORDER BY symbol, t");
    }

    private static StoredCandle closed(long openTimeMs, double close) {
        return row(openTimeMs, close, true);
    }

    private static StoredCandle row(long openTimeMs, double close, boolean isClosed) {
        Candle candle = new Candle(new Symbol("BTC"), Interval.H1, openTimeMs, 1, 2, 0.5, close, 10);
        return new StoredCandle(candle, 7, isClosed, Origin.STREAM, 1_735_689_600_123L);
    }
}
