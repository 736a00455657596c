package aiquant.sidecar.store;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// Opens SQLite files the way market data needs them.
final class Database {

    /// What a writer sets, with the value each pragma then reads back.
    private static final Map<String, String> WRITER_PRAGMAS = Map.of(
            "busy_timeout", "5000",
            "journal_mode", "wal",
            "synchronous", "1",
            "foreign_keys", "1",
            "trusted_schema", "0",
            "wal_autocheckpoint", "4000",
            "journal_size_limit", "268435456");

    private static final int BUSY_TIMEOUT_MS = 5_000;

    private Database() {}

    /// A connection that cannot write.
    ///
    /// A database in write-ahead mode needs a file beside it even for reading. Where its folder is read-only and
    /// nobody has it open, the file cannot change and is opened as immutable instead.
    static Connection openToRead(Path file) throws SQLException {
        try {
            return openToRead(file, "");
        } catch (SQLiteException e) {
            if (e.getResultCode() == SQLiteErrorCode.SQLITE_CANTOPEN && isComplete(file)) {
                return openToRead(file, "?immutable=1");
            }
            throw e;
        }
    }

    /// Whether the file holds everything, with nothing waiting in the log beside it.
    private static boolean isComplete(Path file) {
        Path log = Path.of(file + "-wal");
        return Files.isReadable(file) && (!Files.exists(log) || log.toFile().length() == 0);
    }

    /// A connection that cannot write, to a database that has the table with those columns at least.
    static Connection openTable(Path file, String table, List<String> needed) throws SQLException {
        if (!Files.exists(file)) {
            throw new StoreException(file + ": no such file");
        }
        Connection connection = openToRead(file);
        try {
            requireColumns(file, table, columns(connection, table), needed);
            return connection;
        } catch (SQLException | StoreException e) {
            connection.close();
            throw e;
        }
    }

    static void requireColumns(Path file, String table, Set<String> columns, List<String> needed) {
        if (columns.isEmpty()) {
            throw new StoreException(file + ": the database has no table " + table);
        }
        List<String> missing =
                needed.stream().filter(column -> !columns.contains(column)).toList();
        if (!missing.isEmpty()) {
            throw new StoreException(
                    file + ", table " + table + ": the columns " + missing + " are missing, found " + columns);
        }
    }

    private static Connection openToRead(Path file, String parameters) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(BUSY_TIMEOUT_MS);
        Connection connection = connect(file, parameters, config.toProperties());
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA schema_version");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /// What a file needs before it is written.
    interface Preparation {
        void prepare(Path file, Connection connection) throws SQLException;
    }

    /// A connection for the only writer of the file, which is created if need be, with the table ready.
    ///
    /// Every pragma is read back, because SQLite ignores in silence what it does not understand.
    static Connection openToWrite(Path file, Schema schema) throws SQLException {
        return openToWrite(file, schema::prepare);
    }

    /// As [#openToWrite], but what was committed also survives a loss of power.
    static Connection openDurably(Path file, Preparation schema) throws SQLException {
        return openToWrite(file, (at, connection) -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA synchronous = FULL");
                if (!text(statement, "PRAGMA synchronous").equals("2")) {
                    throw new StoreException(at + ": SQLite does not keep synchronous = FULL");
                }
            }
            schema.prepare(at, connection);
        });
    }

    static Connection openToWrite(Path file, Preparation schema) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_TIMEOUT_MS);
        Connection connection = connect(file, "", config.toProperties());
        try (Statement statement = connection.createStatement()) {
            for (String pragma : WRITER_PRAGMAS.keySet().stream().sorted().toList()) {
                set(statement, file, pragma);
            }
            schema.prepare(file, connection);
            return connection;
        } catch (SQLException | StoreException e) {
            connection.close();
            throw e;
        }
    }

    private static void set(Statement statement, Path file, String pragma) throws SQLException {
        String wanted = String.valueOf(WRITER_PRAGMAS.get(pragma));
        statement.execute("PRAGMA " + pragma + " = " + wanted);
        String actual = text(statement, "PRAGMA " + pragma);
        if (!actual.equals(wanted)) {
            throw new StoreException(file + ": SQLite kept " + pragma + " = " + actual + " where " + wanted
                    + " is needed; a network folder cannot hold this database");
        }
    }

    private static Connection connect(Path file, String parameters, Properties properties) throws SQLException {
        URI uri = file.toAbsolutePath().toUri();
        return DriverManager.getConnection("jdbc:sqlite:" + uri + parameters, properties);
    }

    /// The columns of a table in lower case; empty if there is no such table.
    static Set<String> columns(Connection connection, String table) throws SQLException {
        Set<String> columns = new LinkedHashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("PRAGMA table_info(" + table + ")")) {
            while (rows.next()) {
                columns.add(rows.getString("name").toLowerCase(Locale.ROOT));
            }
        }
        return columns;
    }

    static String text(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? String.valueOf(row.getString(1)).toLowerCase(Locale.ROOT) : "";
        }
    }
}
