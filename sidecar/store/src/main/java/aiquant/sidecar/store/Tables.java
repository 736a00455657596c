package aiquant.sidecar.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/// The tables of a file that has several, and how it comes to have them.
///
/// A file of version 0 that has the tables already was written by another program and is taken over as it is.
///
/// @param create statements that do nothing where the table or index is there already
/// @param needed the columns that each table must have
record Tables(List<String> create, Map<String, List<String>> needed) {

    private static final int VERSION = 1;

    void prepare(Path file, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            String version = Database.text(statement, "PRAGMA user_version");
            if (!version.equals("0") && !version.equals(String.valueOf(VERSION))) {
                throw new StoreException(file + ": schema version " + version + ", but this program knows version "
                        + VERSION + "; use the program that wrote it");
            }
            if (version.equals("0")) {
                statement.execute("BEGIN IMMEDIATE");
                for (String sql : create) {
                    statement.execute(sql);
                }
                statement.execute("PRAGMA user_version = " + VERSION);
                statement.execute("COMMIT");
            }
            for (Map.Entry<String, List<String>> table : needed.entrySet()) {
                Database.requireColumns(
                        file, table.getKey(), Database.columns(connection, table.getKey()), table.getValue());
            }
        }
    }
}
