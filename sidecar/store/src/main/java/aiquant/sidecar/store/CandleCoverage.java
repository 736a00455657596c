package aiquant.sidecar.store;

import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/// Which closed bars of a symbol a candle database holds.
///
/// @param present every closed bar
/// @param confirmed those that do not rest on the stream alone
public record CandleCoverage(Coverage present, Coverage confirmed) {

    private static final List<String> NEEDED = List.of("symbol", "interval", "t", "closed", "source");

    /// Reads the database of the folder; without one there is nothing. Safe from any thread, also while a
    /// [CandleStore] writes.
    ///
    /// @throws StoreException if the file cannot be read or is not ours
    public static CandleCoverage read(Path folder, Interval interval, Symbol symbol) {
        CandleCoverage coverage = new CandleCoverage(new Coverage(interval), new Coverage(interval));
        Path file = CandleStore.file(folder, interval);
        if (!Files.exists(file)) {
            return coverage;
        }
        String sql =
                "SELECT t, source IS 'ws' FROM candles WHERE symbol = ? AND interval = ? AND closed = 1 ORDER BY t";
        try (Connection connection = Database.openTable(file, "candles", NEEDED);
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, symbol.name());
            select.setString(2, interval.text());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    coverage.add(rows.getLong(1), !rows.getBoolean(2), interval);
                }
            }
            return coverage;
        } catch (SQLException e) {
            throw StoreException.of(file, e);
        }
    }

    /// A bar off the grid of its interval is of no use and counts as absent.
    private void add(long openTimeMs, boolean isConfirmed, Interval interval) {
        if (Math.floorMod(openTimeMs, interval.lengthMs()) != 0) {
            return;
        }
        present.add(openTimeMs);
        if (isConfirmed) {
            confirmed.add(openTimeMs);
        }
    }
}
