package aiquant.sidecar.store;

import aiquant.kernel.market.Symbol;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// The only writer of `universe_history.db`: which symbols the exchange listed when we looked.
///
/// The times are those of our looking, not of the listing. One thread.
public final class UniverseStore implements AutoCloseable {

    private static final Tables TABLES = new Tables(
            List.of("""
                    CREATE TABLE IF NOT EXISTS universe_snapshots(
                        ts_ms INTEGER NOT NULL, symbol TEXT NOT NULL, PRIMARY KEY(ts_ms, symbol))""", """
                    CREATE INDEX IF NOT EXISTS idx_universe_snapshots_symbol_ts
                        ON universe_snapshots(symbol, ts_ms)""", """
                    CREATE TABLE IF NOT EXISTS universe_listings(
                        symbol TEXT PRIMARY KEY, first_seen_ms INTEGER NOT NULL, last_seen_ms INTEGER NOT NULL)""", """
                    CREATE INDEX IF NOT EXISTS idx_universe_listings_seen
                        ON universe_listings(first_seen_ms, last_seen_ms)"""),
            Map.of(
                    "universe_snapshots",
                    List.of("ts_ms", "symbol"),
                    "universe_listings",
                    List.of("symbol", "first_seen_ms", "last_seen_ms")));

    private static final String SNAPSHOT = "INSERT OR IGNORE INTO universe_snapshots(ts_ms, symbol) VALUES (?, ?)";

    /// Least and greatest, so that a snapshot may also come late.
    private static final String LISTING = """
            INSERT INTO universe_listings(symbol, first_seen_ms, last_seen_ms) VALUES (?1, ?2, ?2)
            ON CONFLICT(symbol) DO UPDATE SET
                first_seen_ms = min(first_seen_ms, excluded.first_seen_ms),
                last_seen_ms = max(last_seen_ms, excluded.last_seen_ms)""";

    private final Path file;
    private final Connection connection;

    private UniverseStore(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /// Where the history is kept.
    public static Path file(Path folder) {
        return folder.resolve("universe_history.db");
    }

    /// Opens the database of the folder, which must exist; the file is created, for its owner only, if it does not.
    ///
    /// @throws StoreException if the file cannot be written or holds something else
    public static UniverseStore open(Path folder) {
        Path file = file(folder);
        try {
            PrivateFile.create(file);
            return new UniverseStore(file, Database.openToWrite(file, TABLES::prepare));
        } catch (SQLException e) {
            throw StoreException.of(file, e);
        }
    }

    /// Notes the symbols that were listed at that time, all in one transaction.
    ///
    /// @throws IllegalArgumentException if there is none: an exchange without markets is a faulty answer
    public void append(long seenMs, Collection<Symbol> symbols) {
        if (symbols.isEmpty()) {
            throw new IllegalArgumentException("a universe without any symbol is not written");
        }
        try (PreparedStatement listing = connection.prepareStatement(LISTING);
                PreparedStatement snapshot = connection.prepareStatement(SNAPSHOT)) {
            RowBatch rows = RowBatch.begin(file, connection, listing);
            try {
                for (Symbol symbol : new TreeSet<>(symbols)) {
                    snapshot.setLong(1, seenMs);
                    snapshot.setString(2, symbol.name());
                    snapshot.executeUpdate();
                    listing.setString(1, symbol.name());
                    listing.setLong(2, seenMs);
                    rows.add();
                }
                rows.commit();
            } finally {
                rows.rollback();
            }
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
