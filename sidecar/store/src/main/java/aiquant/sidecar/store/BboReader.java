package aiquant.sidecar.store;

import aiquant.kernel.market.Symbol;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// Reads `bbo_snapshots.db`, also while its writer is at work. One thread.
public final class BboReader implements AutoCloseable {

    private static final List<String> NEEDED = List.of("symbol", "ts_ms", "bid", "ask");

    private static final String NEWEST =
            "SELECT ts_ms, bid, ask FROM bbo_snapshots WHERE symbol = ? ORDER BY ts_ms DESC LIMIT 1";

    private final Path file;
    private final Connection connection;
    private final PreparedStatement newest;

    private BboReader(Path file, Connection connection, PreparedStatement newest) {
        this.file = file;
        this.connection = connection;
        this.newest = newest;
    }

    /// @throws StoreException if there is no such file, or it holds something else
    public static BboReader open(Path file) {
        try {
            Connection connection = Database.openTable(file, "bbo_snapshots", NEEDED);
            try {
                return new BboReader(file, connection, connection.prepareStatement(NEWEST));
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw StoreException.of(file, e);
        }
    }

    /// The newest row of a symbol; empty if it has none.
    ///
    /// @throws StoreException if the row holds no prices, or the file cannot be read any more
    public Optional<BboSample> newest(Symbol symbol) {
        try {
            newest.setString(1, symbol.name());
            try (ResultSet row = newest.executeQuery()) {
                return row.next()
                        ? Optional.of(new BboSample(symbol, row.getLong(1), row.getDouble(2), row.getDouble(3)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw StoreException.of(file, e);
        } catch (IllegalArgumentException e) {
            throw new StoreException(file + ": " + e.getMessage());
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
