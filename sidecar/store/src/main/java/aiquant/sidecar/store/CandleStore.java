package aiquant.sidecar.store;

import aiquant.kernel.market.Candle;
import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;

/// The only writer of one `candles_<interval>.db`; readers may have it open at the same time.
///
/// What was received last wins, except that an open bar never replaces a closed one. A row that would not change is not
/// touched; one whose numbers change gets the next `revision`. A row of the stream that the exchange's history confirms
/// only takes over its source. One thread.
public final class CandleStore implements AutoCloseable {

    private static final Schema SCHEMA = new Schema(
            "candles",
            """
            CREATE TABLE candles(
                symbol TEXT NOT NULL, interval TEXT NOT NULL, t INTEGER NOT NULL, t_close INTEGER,
                o REAL, h REAL, l REAL, c REAL, v REAL, n INTEGER, updated_at TEXT,
                closed INTEGER NOT NULL DEFAULT 1, source TEXT, received_ms INTEGER,
                revision INTEGER NOT NULL DEFAULT 0,
                PRIMARY KEY(symbol, interval, t)) STRICT, WITHOUT ROWID""",
            List.of("symbol", "interval", "t", "t_close", "o", "h", "l", "c", "v", "n", "updated_at"),
            List.of(
                    new Schema.Column("closed", "INTEGER NOT NULL DEFAULT 1"),
                    new Schema.Column("source", "TEXT"),
                    new Schema.Column("received_ms", "INTEGER"),
                    new Schema.Column("revision", "INTEGER NOT NULL DEFAULT 0")));

    private static final String DIFFERS = """
            (o IS NOT excluded.o OR h IS NOT excluded.h OR l IS NOT excluded.l OR c IS NOT excluded.c
                OR v IS NOT excluded.v OR t_close IS NOT excluded.t_close OR closed IS NOT excluded.closed
                OR (excluded.n > 0 AND n IS NOT excluded.n))""";

    private static final String UPSERT = """
            INSERT INTO candles(symbol, interval, t, t_close, o, h, l, c, v, n, updated_at, closed, source, received_ms)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT(symbol, interval, t) DO UPDATE SET
                t_close = excluded.t_close, o = excluded.o, h = excluded.h, l = excluded.l, c = excluded.c,
                v = excluded.v, n = excluded.n, updated_at = excluded.updated_at, closed = excluded.closed,
                source = excluded.source, received_ms = excluded.received_ms, revision = revision + %1$s
            WHERE (excluded.closed > closed
                    OR (excluded.closed = closed AND excluded.received_ms >= coalesce(received_ms, 0)))
                AND (%1$s OR (excluded.source = 'rest' AND source = 'ws'))""".formatted(DIFFERS);

    private static final String PRUNE = """
            DELETE FROM candles WHERE symbol = ?1 AND interval = ?2 AND t IN (
                SELECT t FROM candles WHERE symbol = ?1 AND interval = ?2 AND t < ?3 ORDER BY t LIMIT ?4)""";

    private static final int PRUNED_AT_ONCE = 5_000;

    private final Path file;
    private final Interval interval;
    private final InstantSource clock;
    private final Connection connection;
    private final PreparedStatement upsert;

    private CandleStore(
            Path file, Interval interval, InstantSource clock, Connection connection, PreparedStatement upsert) {
        this.file = file;
        this.interval = interval;
        this.clock = clock;
        this.connection = connection;
        this.upsert = upsert;
    }

    /// Where the candles of an interval are kept.
    public static Path file(Path folder, Interval interval) {
        return folder.resolve("candles_" + interval.text() + ".db");
    }

    /// Opens the database of the folder, which must exist; the file is created if it does not.
    ///
    /// @throws StoreException if the file cannot be written or holds something else
    public static CandleStore open(Path folder, Interval interval, InstantSource clock) {
        return openFile(file(folder, interval), interval, clock);
    }

    static CandleStore openFile(Path file, Interval interval, InstantSource clock) {
        try {
            Connection connection = Database.openToWrite(file, SCHEMA);
            try {
                return new CandleStore(file, interval, clock, connection, connection.prepareStatement(UPSERT));
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw StoreException.of(file, e);
        }
    }

    /// Writes the candles in one transaction: all of them or, if this fails, none.
    ///
    /// @return how many rows are new or changed
    public long append(List<StoredCandle> candles) {
        try (Batch batch = begin()) {
            candles.forEach(batch::add);
            return batch.commit();
        }
    }

    /// Deletes the candles of a symbol that opened before a time, a few thousand in each transaction.
    ///
    /// @return how many were deleted
    public long prune(Symbol symbol, long beforeMs) {
        long deleted = 0;
        try (PreparedStatement delete = connection.prepareStatement(PRUNE)) {
            delete.setString(1, symbol.name());
            delete.setString(2, interval.text());
            delete.setLong(3, beforeMs);
            delete.setInt(4, PRUNED_AT_ONCE);
            int last;
            do {
                last = delete.executeUpdate();
                deleted += last;
            } while (last == PRUNED_AT_ONCE);
            return deleted;
        } catch (SQLException e) {
            throw StoreException.of(file, e);
        }
    }

    /// Starts a transaction, for more candles than a list should hold.
    public Batch begin() {
        return new Batch();
    }

    /// One transaction of the store: nothing is kept unless [#commit] returns.
    public final class Batch implements AutoCloseable {

        private final String updatedAt = clock.instant().toString();
        private final RowBatch rows = RowBatch.begin(file, connection, upsert);

        private Batch() {}

        public void add(StoredCandle row) {
            Candle candle = row.candle();
            requireInterval(candle.interval());
            try {
                bindBar(
                        candle.openTimeMs(),
                        candle.open(),
                        candle.high(),
                        candle.low(),
                        candle.close(),
                        candle.volume());
                addRow(candle.symbol(), row.trades(), row.isClosed(), row.origin(), row.receivedMs());
            } catch (SQLException e) {
                throw StoreException.of(file, e);
            }
        }

        /// Adds closed candles of which nothing but prices and volume is known.
        public void add(CandleSeries series, Origin origin, long receivedMs) {
            requireInterval(series.interval());
            try {
                for (int i = 0; i < series.size(); i++) {
                    bindBar(
                            series.openTimeMs()[i],
                            series.open()[i],
                            series.high()[i],
                            series.low()[i],
                            series.close()[i],
                            series.volume()[i]);
                    addRow(series.symbol(), 0, true, origin, receivedMs);
                }
            } catch (SQLException e) {
                throw StoreException.of(file, e);
            }
        }

        private void requireInterval(Interval actual) {
            if (actual != interval) {
                throw new IllegalArgumentException(file + " holds " + interval + " candles, not " + actual);
            }
        }

        private void bindBar(long openTimeMs, double open, double high, double low, double close, double volume)
                throws SQLException {
            upsert.setLong(3, openTimeMs);
            upsert.setLong(4, openTimeMs + interval.lengthMs() - 1);
            upsert.setDouble(5, open);
            upsert.setDouble(6, high);
            upsert.setDouble(7, low);
            upsert.setDouble(8, close);
            upsert.setDouble(9, volume);
        }

        /// The driver forgets every value when it executes a batch, so each row binds them all.
        private void addRow(Symbol symbol, long trades, boolean isClosed, Origin origin, long receivedMs)
                throws SQLException {
            upsert.setString(1, symbol.name());
            upsert.setString(2, interval.text());
            upsert.setLong(10, trades);
            upsert.setString(11, updatedAt);
            upsert.setInt(12, isClosed ? 1 : 0);
            upsert.setString(13, origin.text());
            upsert.setLong(14, receivedMs);
            rows.add();
        }

        /// Makes the batch durable.
        ///
        /// @return how many rows are new or changed
        public long commit() {
            return rows.commit();
        }

        /// Takes back what was not committed.
        @Override
        public void close() {
            rows.rollback();
        }
    }

    Connection connection() {
        return connection;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw StoreException.of(file, e);
        }
    }
}
