package aiquant.sidecar.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The one table of a market database, and how a file comes to have it.
///
/// The version is kept in SQLite's `user_version`. A file of version 0 with the plain columns was written by another
/// program: it is taken over by adding our columns, which that program can ignore.
///
/// @param create the statement that creates the table
/// @param plain the columns that such a foreign table has at least
/// @param added our columns with their types, in order
record Schema(String table, String create, List<String> plain, List<Column> added) {

    private static final int VERSION = 1;

    record Column(String name, String definition) {}

    /// Creates or takes over the table in one transaction, or leaves the file alone if it is up to date.
    void prepare(Path file, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            String version = Database.text(statement, "PRAGMA user_version");
            Set<String> columns = Database.columns(connection, table);
            if (version.equals(String.valueOf(VERSION)) && columns.containsAll(names())) {
                return;
            }
            if (!version.equals("0")) {
                throw new StoreException(file + ": table " + table + " has schema version " + version
                        + " with the columns " + columns + ", but this program knows version " + VERSION
                        + "; use the program that wrote it");
            }
            statement.execute("BEGIN IMMEDIATE");
            if (columns.isEmpty()) {
                statement.execute(create);
            } else {
                takeOver(file, statement, columns);
            }
            statement.execute("PRAGMA user_version = " + VERSION);
            statement.execute("COMMIT");
        }
    }

    private void takeOver(Path file, Statement statement, Set<String> columns) throws SQLException {
        Database.requireColumns(file, table, columns, plain);
        for (Column column : added) {
            if (!columns.contains(column.name())) {
                statement.execute("ALTER TABLE " + table + " ADD COLUMN " + column.name() + " " + column.definition());
            }
        }
    }

    private List<String> names() {
        return Stream.concat(plain.stream(), added.stream().map(Column::name)).toList();
    }
}
