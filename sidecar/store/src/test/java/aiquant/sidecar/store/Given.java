package aiquant.sidecar.store;

import aiquant.kernel.market.CandleSeries;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/// Files that tests begin with.
final class Given {

    static final String CANDLE_HEADER = "symbol,interval,t_open_ms,open,high,low,close,volume";
    static final String FUNDING_HEADER = "symbol,t_ms,funding_rate";

    /// The table as other programs write it, without our extra columns.
    static final String PLAIN_TABLE = """
            CREATE TABLE candles(symbol TEXT NOT NULL, interval TEXT NOT NULL, t INTEGER NOT NULL, t_close INTEGER,
                o REAL, h REAL, l REAL, c REAL, v REAL, n INTEGER, updated_at TEXT,
                PRIMARY KEY(symbol, interval, t))""";

    private Given() {}

    static Path csv(Path file, String header, String... rows) {
        String text = header + "\n" + (rows.length == 0 ? "" : String.join("\n", rows) + "\n");
        return text(file, text);
    }

    static Path candles(Path file, String... rows) {
        return csv(file, CANDLE_HEADER, rows);
    }

    /// Written through gzip when the name ends in `.gz`.
    static Path text(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            OutputStream raw = Files.newOutputStream(file);
            try (OutputStream out = file.toString().endsWith(".gz") ? new GZIPOutputStream(raw) : raw) {
                out.write(text.getBytes(StandardCharsets.UTF_8));
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path database(Path file, String... statements) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
            return file;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A database of other programs with rows of `symbol, interval, t, o, h, l, c, v`.
    static Path plainDatabase(Path file, String... rows) {
        String[] statements = new String[rows.length + 1];
        statements[0] = PLAIN_TABLE;
        for (int i = 0; i < rows.length; i++) {
            statements[i + 1] = "INSERT INTO candles(symbol, interval, t, o, h, l, c, v, t_close, n) VALUES (" + rows[i]
                    + ", 1, 0)";
        }
        return database(file, statements);
    }

    /// The rows of a query, their values separated by spaces.
    static List<String> query(Path database, String sql) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                StringJoiner values = new StringJoiner(" ");
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    values.add(String.valueOf(rows.getObject(column)));
                }
                found.add(values.toString());
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// `BTC 0: 1.0 2.0 0.5 1.5 10.0` for every bar.
    static List<String> bars(List<CandleSeries> series) {
        return series.stream()
                .flatMap(one -> IntStream.range(0, one.size())
                        .mapToObj(one::candle)
                        .map(candle -> candle.symbol() + " " + candle.openTimeMs() + ": " + candle.open() + " "
                                + candle.high() + " " + candle.low() + " " + candle.close() + " " + candle.volume()))
                .toList();
    }
}
