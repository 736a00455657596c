package aiquant.sidecar.store;

import aiquant.kernel.market.Symbol;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The only writer of `bbo_snapshots.db`: best bids and asks, thinned to one per symbol and sample time.
///
/// One thread.
public final class BboStore implements AutoCloseable {

    private static final Tables TABLES = new Tables(
            List.of("""
                    CREATE TABLE IF NOT EXISTS bbo_snapshots(
                        symbol TEXT, ts_ms INTEGER, bid REAL NOT NULL, ask REAL NOT NULL, mid REAL NOT NULL,
                        updated_at TEXT, PRIMARY KEY(symbol, ts_ms))""", "CREATE INDEX IF NOT EXISTS idx_bbo_snapshots_ts ON bbo_snapshots(ts_ms)"),
            Map.of("bbo_snapshots", List.of("symbol", "ts_ms", "bid", "ask", "mid", "updated_at")));

    private static final String INSERT =
            "INSERT OR IGNORE INTO bbo_snapshots(symbol, ts_ms, bid, ask, mid, updated_at) VALUES (?, ?, ?, ?, ?, ?)";

    private final Path file;
    private final long sampleMs;
    private final InstantSource clock;
    private final Connection connection;
    private final PreparedStatement insert;
    private final Map<Symbol, Long> lastMs = new HashMap<>();

    private BboStore(Path file, long sampleMs, InstantSource clock, Connection connection, PreparedStatement insert) {
        this.file = file;
        this.sampleMs = sampleMs;
        this.clock = clock;
        this.connection = connection;
        this.insert = insert;
    }

    /// Where snapshots are kept unless told otherwise.
    public static Path file(Path folder) {
        return folder.resolve("bbo_snapshots.db");
    }

    /// @param sampleMs the least time between two rows of a symbol
    /// @throws StoreException if the file cannot be written or holds something else
    public static BboStore open(Path file, long sampleMs, InstantSource clock) {
        try {
            Connection connection = Database.openToWrite(file, TABLES::prepare);
            try {
                return new BboStore(file, sampleMs, clock, connection, connection.prepareStatement(INSERT));
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw StoreException.of(file, e);
        }
    }

    /// Writes those samples that are not too close to the one before, in one transaction.
    ///
    /// @return how many rows are new
    public long append(List<BboSample> samples) {
        Map<Symbol, Long> last = new HashMap<>(lastMs);
        RowBatch rows = RowBatch.begin(file, connection, insert);
        try {
            String updatedAt = clock.instant().toString();
            for (BboSample sample : samples) {
                Long before = last.get(sample.symbol());
                if (before == null || sample.timeMs() >= before + sampleMs) {
                    last.put(sample.symbol(), sample.timeMs());
                    add(rows, sample, updatedAt);
                }
            }
            long added = rows.commit();
            lastMs.putAll(last);
            return added;
        } catch (SQLException e) {
            throw StoreException.of(file, e);
        } finally {
            rows.rollback();
        }
    }

    private void add(RowBatch rows, BboSample sample, String updatedAt) throws SQLException {
        insert.setString(1, sample.symbol().name());
        insert.setLong(2, sample.timeMs());
        insert.setDouble(3, sample.bid());
        insert.setDouble(4, sample.ask());
        insert.setDouble(5, sample.mid());
        insert.setString(6, updatedAt);
        rows.add();
    }

    /// Deletes what is older than that.
    ///
    /// @return how many rows
    public long prune(long beforeMs) {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM bbo_snapshots WHERE ts_ms < ?")) {
            delete.setLong(1, beforeMs);
            return delete.executeUpdate();
        } catch (SQLException e) {
            throw StoreException.of(file, e);
        }
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
