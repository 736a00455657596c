package aiquant.sidecar.store;

import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/// Whether the newest candles of a symbol in one database are fit to be computed with.
///
/// @param rows how many there are, at most as many as were asked for
/// @param nullRows rows without one of their prices or their volume
/// @param maxCloseMs the latest end of a candle
/// @param gapBars bars that are missing between two others
/// @param maxGapBars likewise in the largest gap
/// @param outOfOrder rows that open before the bar before them is over
/// @param closeSpanMs the most frequent time from a row's opening to its end
public record CandleStat(
        Symbol symbol,
        long rows,
        long nullRows,
        OptionalLong minMs,
        OptionalLong maxMs,
        OptionalLong maxCloseMs,
        long gapBars,
        long maxGapBars,
        long outOfOrder,
        OptionalLong closeSpanMs) {

    private static final List<String> NEEDED = List.of("symbol", "interval", "t", "t_close", "o", "h", "l", "c", "v");

    private record Row(long openMs, OptionalLong closeMs, boolean hasNull) {}

    /// The newest closed candles of each symbol in the folder's database of an interval, ours or one with the plain
    /// columns.
    ///
    /// @param symbols empty for all that are in the database
    /// @throws StoreException if the file is missing, cannot be read or holds something else
    public static List<CandleStat> of(Path folder, Interval interval, List<Symbol> symbols, int bars) {
        Path file = CandleStore.file(folder, interval);
        try (Connection connection = Database.openTable(file, "candles", NEEDED)) {
            boolean isOurs = Database.columns(connection, "candles").contains("closed");
            String sql = "SELECT t, t_close, o, h, l, c, v FROM candles WHERE symbol = ? AND interval = ?"
                    + (isOurs ? " AND closed = 1" : "") + " ORDER BY t DESC LIMIT ?";
            List<CandleStat> stats = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                for (Symbol symbol : symbols.isEmpty() ? CandleTable.symbols(file, interval) : symbols) {
                    select.setString(1, symbol.name());
                    select.setString(2, interval.text());
                    select.setInt(3, bars);
                    stats.add(of(symbol, interval, rows(select)));
                }
            }
            return stats;
        } catch (SQLException e) {
            throw StoreException.of(file, e);
        }
    }

    /// Oldest first.
    private static List<Row> rows(PreparedStatement select) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                boolean hasNull = false;
                for (int column = 3; column <= 7; column++) {
                    hasNull |= row.getObject(column) == null;
                }
                OptionalLong close = row.getObject(2) == null ? OptionalLong.empty() : OptionalLong.of(row.getLong(2));
                rows.add(new Row(row.getLong(1), close, hasNull));
            }
        }
        return rows.reversed();
    }

    private static CandleStat of(Symbol symbol, Interval interval, List<Row> rows) {
        long lengthMs = interval.lengthMs();
        long toleranceMs = Math.clamp(lengthMs / 10, 1_000, 2_000);
        long gapBars = 0;
        long maxGapBars = 0;
        long outOfOrder = 0;
        for (int i = 1; i < rows.size(); i++) {
            long stepMs = rows.get(i).openMs - rows.get(i - 1).openMs;
            if (stepMs > lengthMs + toleranceMs) {
                long missing = Math.max(1, (stepMs + toleranceMs) / lengthMs - 1);
                gapBars += missing;
                maxGapBars = Math.max(maxGapBars, missing);
            } else if (stepMs < lengthMs - toleranceMs) {
                outOfOrder++;
            }
        }
        return new CandleStat(
                symbol,
                rows.size(),
                rows.stream().filter(Row::hasNull).count(),
                rows.isEmpty() ? OptionalLong.empty() : OptionalLong.of(rows.getFirst().openMs),
                rows.isEmpty() ? OptionalLong.empty() : OptionalLong.of(rows.getLast().openMs),
                rows.stream()
                        .map(Row::closeMs)
                        .flatMapToLong(OptionalLong::stream)
                        .max(),
                gapBars,
                maxGapBars,
                outOfOrder,
                mostFrequentSpan(rows));
    }

    private static OptionalLong mostFrequentSpan(List<Row> rows) {
        Map<Long, Integer> counts = new TreeMap<>();
        for (Row row : rows) {
            row.closeMs.ifPresent(closeMs -> counts.merge(closeMs - row.openMs, 1, Integer::sum));
        }
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(entry -> OptionalLong.of(entry.getKey()))
                .orElse(OptionalLong.empty());
    }

    /// Whether nothing is wrong with them and there are as many as wanted.
    public boolean isFit(int bars) {
        return gapBars == 0 && nullRows == 0 && outOfOrder == 0 && rows >= bars;
    }
}
