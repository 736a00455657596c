package aiquant.headless.soak;

import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import aiquant.sidecar.store.CandleStore;
import aiquant.simulator.market.CandleInterval;
import aiquant.simulator.market.VenueCandle;
import aiquant.simulator.server.Simulator;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Candles as lines of text, from the exchange and from the database, so that two lists of them can be compared.
final class Candles {

    private static final String ROWS = """
            SELECT t, t_close, o, h, l, c, v, n, closed FROM candles
            WHERE symbol = ?1 AND interval = ?2 AND t <= ?3 ORDER BY t""";

    private Candles() {}

    /// @param untilMs when the last one opens at the latest
    static List<String> ofExchange(Simulator simulator, Symbol symbol, Interval interval, long untilMs) {
        CandleInterval length = CandleInterval.valueOf(interval.name());
        List<String> lines = new ArrayList<>();
        for (VenueCandle candle : simulator.with(venue -> venue.queries().candles(symbol.name(), length, 0, untilMs))) {
            lines.add(line(
                    candle.openMs(),
                    candle.closeMs(),
                    candle.open().doubleValue(),
                    candle.high().doubleValue(),
                    candle.low().doubleValue(),
                    candle.close().doubleValue(),
                    candle.volume().doubleValue(),
                    candle.trades(),
                    1));
        }
        return lines;
    }

    static List<String> stored(Path folder, Symbol symbol, Interval interval, long untilMs) throws SQLException {
        List<String> lines = new ArrayList<>();
        String url = "jdbc:sqlite:file:" + CandleStore.file(folder, interval) + "?mode=ro";
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement select = connection.prepareStatement(ROWS)) {
            select.setString(1, symbol.name());
            select.setString(2, interval.text());
            select.setLong(3, untilMs);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    lines.add(line(
                            row.getLong(1),
                            row.getLong(2),
                            row.getDouble(3),
                            row.getDouble(4),
                            row.getDouble(5),
                            row.getDouble(6),
                            row.getDouble(7),
                            row.getLong(8),
                            row.getInt(9)));
                }
            }
        }
        return lines;
    }

    private static String line(
            long openMs,
            long closeMs,
            double open,
            double high,
            double low,
            double close,
            double volume,
            long trades,
            int closed) {
        return "t=%d..%d %s %s %s %s v=%s n=%d closed=%d"
                .formatted(openMs, closeMs, open, high, low, close, volume, trades, closed);
    }
}
