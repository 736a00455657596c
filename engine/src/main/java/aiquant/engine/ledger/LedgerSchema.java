package aiquant.engine.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The shape of the ledger's database and the settings a connection to it must have.
final class LedgerSchema {

    static final int VERSION = 1;

    private static final List<String> CREATE = List.of(
            """
            CREATE TABLE entry(
              seq           INTEGER PRIMARY KEY CHECK (seq > 0),
              at_ms         INTEGER NOT NULL,
              kind          TEXT    NOT NULL,
              version       INTEGER NOT NULL,
              body          TEXT    NOT NULL CHECK (json_valid(body)),
              previous_hash TEXT    NOT NULL,
              hash          TEXT    NOT NULL
            ) STRICT""",
            """
            CREATE TRIGGER entry_is_never_updated BEFORE UPDATE ON entry
            BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: no UPDATE'); END""",
            """
            CREATE TRIGGER entry_is_never_deleted BEFORE DELETE ON entry
            BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: no DELETE'); END""",
            // INSERT OR REPLACE deletes without firing the trigger above, hence this one.
            """
            CREATE TRIGGER entry_goes_to_the_end BEFORE INSERT ON entry
            WHEN NEW.seq <> (SELECT ifnull(max(seq), 0) + 1 FROM entry)
            BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: the next entry has the next sequence'); END""",
            "PRAGMA user_version = " + VERSION);

    private LedgerSchema() {}

    /// Applies the settings of a writer and reads each back, because SQLite ignores what it does not know.
    ///
    /// @param durable whether a commit must survive a power cut
    static void configure(Connection connection, boolean durable) throws SQLException {
        Map<String, String> pragmas = new LinkedHashMap<>();
        pragmas.put("busy_timeout", "5000");
        pragmas.put("journal_mode", "wal");
        pragmas.put("synchronous", durable ? "2" : "0"); // FULL, OFF
        pragmas.put("fullfsync", durable ? "1" : "0"); // macOS only: through the drive's cache
        pragmas.put("checkpoint_fullfsync", durable ? "1" : "0");
        pragmas.put("foreign_keys", "1");
        pragmas.put("trusted_schema", "0");
        pragmas.put("wal_autocheckpoint", "1000");
        pragmas.put("journal_size_limit", Long.toString(64L << 20));
        for (Map.Entry<String, String> pragma : pragmas.entrySet()) {
            set(connection, pragma.getKey(), pragma.getValue());
        }
    }

    /// Creates the tables in one transaction.
    static void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            for (String sql : CREATE) {
                statement.execute(sql);
            }
            statement.execute("COMMIT");
        }
    }

    /// 0 for a database that is still empty.
    static int version(Connection connection) throws SQLException {
        return Integer.parseInt(read(connection, "user_version"));
    }

    /// Copies what is committed from the write-ahead log to the main file and synchronises that.
    static void checkpoint(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_checkpoint(PASSIVE)");
        }
    }

    private static void set(Connection connection, String name, String value) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA " + name + " = " + value);
        }
        String actual = read(connection, name);
        if (!actual.equals(value)) {
            throw new SQLException("PRAGMA %s is %s although it was set to %s".formatted(name, actual, value));
        }
    }

    private static String read(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA " + name)) {
            return row.next() ? row.getString(1) : "unknown";
        }
    }
}
