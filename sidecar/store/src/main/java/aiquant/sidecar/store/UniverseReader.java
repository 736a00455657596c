package aiquant.sidecar.store;

import aiquant.kernel.market.Symbol;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;

/// Reads which symbols were listed at some time, so that a backtest does not pick only the survivors.
public final class UniverseReader {

    private static final List<String> NEEDED = List.of("symbol", "first_seen_ms", "last_seen_ms");

    private UniverseReader() {}

    /// The symbols seen at any time from `fromMs` to `toMs`, both included, in the order of symbols.
    ///
    /// @param database a file with the table `universe_listings`
    /// @throws StoreException if the file is missing or holds something else, or no symbol was listed then
    public static List<Symbol> listed(Path database, long fromMs, long toMs) {
        String sql = "SELECT symbol FROM universe_listings WHERE first_seen_ms <= ? AND last_seen_ms >= ?";
        try (Connection connection = Database.openTable(database, "universe_listings", NEEDED);
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, toMs);
            select.setLong(2, fromMs);
            TreeSet<Symbol> symbols = new TreeSet<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    symbols.add(new Symbol(rows.getString(1)));
                }
            }
            if (symbols.isEmpty()) {
                throw new StoreException(database + ": no symbol was listed between " + fromMs + " and " + toMs
                        + " (epoch milliseconds)");
            }
            return List.copyOf(symbols);
        } catch (SQLException e) {
            throw StoreException.of(database, e);
        }
    }
}
