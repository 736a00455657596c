package aiquant.sidecar.store;

import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the table `candles` of a database, ours or one with the plain eleven columns.
///
/// Where the table says which rows are closed, only those are read: an open bar is not a candle yet.
final class CandleTable {

    private static final List<String> NEEDED = List.of("symbol", "interval", "t", "t_close", "o", "h", "l", "c", "v");

    private CandleTable() {}

    static List<String> intervals(Path file) {
        try (Connection connection = open(file);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT DISTINCT interval FROM candles ORDER BY interval")) {
            List<String> intervals = new ArrayList<>();
            while (rows.next()) {
                intervals.add(String.valueOf(rows.getString(1)));
            }
            return intervals;
        } catch (SQLException e) {
            throw StoreException.of(file, e);
        }
    }

    /// Jumps through the primary key from symbol to symbol instead of reading every row.
    static List<Symbol> symbols(Path file, Interval interval) {
        String sql = """
                WITH RECURSIVE name(s) AS (
                    SELECT min(symbol) FROM candles
                    UNION ALL
                    SELECT (SELECT min(symbol) FROM candles WHERE symbol > s) FROM name WHERE s IS NOT NULL)
                SELECT s FROM name
                WHERE s IS NOT NULL AND EXISTS (SELECT 1 FROM candles WHERE symbol = s AND interval = ?)""";
        try (Connection connection = open(file);
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, interval.text());
            List<Symbol> symbols = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    symbols.add(symbol(file, rows.getString(1)));
                }
            }
            return symbols;
        } catch (SQLException e) {
            throw StoreException.of(file, e);
        }
    }

    private static Symbol symbol(Path file, String name) {
        try {
            return new Symbol(name);
        } catch (IllegalArgumentException e) {
            throw new StoreException(file + ", table candles: " + e.getMessage());
        }
    }

    static Optional<TimeRange> range(Path file, Interval interval, List<Symbol> symbols) {
        try (Connection connection = open(file)) {
            String bars = "SELECT t FROM candles WHERE symbol = ?1 AND interval = ?2" + closedOnly(connection);
            String sql = "SELECT (" + bars + " ORDER BY t LIMIT 1), (" + bars + " ORDER BY t DESC LIMIT 1)";
            Optional<TimeRange> range = Optional.empty();
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                for (Symbol symbol : symbols) {
                    select.setString(1, symbol.name());
                    select.setString(2, interval.text());
                    range = widened(range, select);
                }
            }
            return range;
        } catch (SQLException e) {
            throw StoreException.of(file, e);
        }
    }

    private static Optional<TimeRange> widened(Optional<TimeRange> range, PreparedStatement select)
            throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            if (!row.next() || row.getObject(1) == null) {
                return range;
            }
            TimeRange found = new TimeRange(row.getLong(1), row.getLong(2));
            return Optional.of(range.map(found::including).orElse(found));
        }
    }

    private static String closedOnly(Connection connection) throws SQLException {
        return Database.columns(connection, "candles").contains("closed") ? " AND closed = 1" : "";
    }

    static List<CandleSeries> read(Path file, Interval interval, List<Symbol> symbols, long fromMs, long toMs) {
        try (Connection connection = open(file)) {
            String sql = "SELECT t, o, h, l, c, v, t_close FROM candles"
                    + " WHERE symbol = ? AND interval = ? AND t BETWEEN ? AND ?" + closedOnly(connection)
                    + " ORDER BY t";
            List<CandleSeries> series = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                for (Symbol symbol : symbols) {
                    select.setString(1, symbol.name());
                    select.setString(2, interval.text());
                    select.setLong(3, fromMs);
                    select.setLong(4, toMs);
                    CandleColumns columns = rows(file, symbol, select);
                    if (columns.size() > 0) {
                        series.add(columns.toSeries(symbol, interval));
                    }
                }
            }
            return series;
        } catch (SQLException e) {
            throw StoreException.of(file, e);
        }
    }

    private static CandleColumns rows(Path file, Symbol symbol, PreparedStatement select) throws SQLException {
        CandleColumns columns = new CandleColumns();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                long timeMs = row.getLong(1);
                double open = row.getDouble(2);
                double high = row.getDouble(3);
                double low = row.getDouble(4);
                double close = row.getDouble(5);
                double volume = row.getDouble(6);
                if (!isPrice(open) || !isPrice(high) || !isPrice(low) || !isPrice(close)) {
                    throw badRow(file, symbol, timeMs, row);
                }
                boolean maybeNull = volume <= 0 || row.getLong(7) == 0;
                if (!(volume >= 0 && volume < Double.POSITIVE_INFINITY) || (maybeNull && hasNull(row))) {
                    throw badRow(file, symbol, timeMs, row);
                }
                columns.add(timeMs, open, high, low, close, volume);
            }
        }
        return columns;
    }

    private static boolean isPrice(double value) {
        return value > 0 && value < Double.POSITIVE_INFINITY;
    }

    /// A missing number reads as 0, which the caller has seen; only then is it worth asking.
    private static boolean hasNull(ResultSet row) throws SQLException {
        return row.getObject(6) == null || row.getObject(7) == null;
    }

    private static StoreException badRow(Path file, Symbol symbol, long timeMs, ResultSet row) throws SQLException {
        StringBuilder found = new StringBuilder();
        for (int column = 2; column <= 7; column++) {
            found.append(column == 2 ? "" : ", ")
                    .append(row.getMetaData().getColumnName(column))
                    .append(" = ")
                    .append(row.getObject(column));
        }
        return new StoreException(file + ", candle of " + symbol + " at t = " + timeMs
                + ": expected finite prices above 0, a finite volume of 0 or more and a close time, but found "
                + found);
    }

    private static Connection open(Path file) throws SQLException {
        return Database.openTable(file, "candles", NEEDED);
    }
}
