package aiquant.sidecar.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/// One transaction of one statement: rows go to SQLite a thousand at a time, and none is kept without a commit.
///
/// The transaction is begun and ended by hand, because the driver would begin the next one at once and so keep every
/// other writer out.
final class RowBatch {

    private static final int ROWS_PER_CALL = 1_000;

    private final Path file;
    private final Connection connection;
    private final PreparedStatement row;
    private int waiting;
    private long changed;
    private boolean isFinished;

    private RowBatch(Path file, Connection connection, PreparedStatement row) {
        this.file = file;
        this.connection = connection;
        this.row = row;
    }

    /// @throws StoreException if another program keeps the file locked for longer than the busy timeout
    static RowBatch begin(Path file, Connection connection, PreparedStatement row) {
        try {
            execute(connection, "BEGIN IMMEDIATE");
            return new RowBatch(file, connection, row);
        } catch (SQLException e) {
            throw StoreException.of(file, e);
        }
    }

    /// Adds a row with the values bound now.
    void add() throws SQLException {
        if (isFinished) {
            throw new IllegalStateException(file + ": this batch was committed; begin another one");
        }
        row.addBatch();
        if (++waiting == ROWS_PER_CALL) {
            flush();
        }
    }

    private void flush() throws SQLException {
        for (int rows : row.executeBatch()) {
            changed += rows;
        }
        waiting = 0;
    }

    /// Makes the rows durable; returns how many are new or changed.
    long commit() {
        try {
            flush();
            execute(connection, "COMMIT");
            isFinished = true;
            return changed;
        } catch (SQLException e) {
            throw StoreException.of(file, e);
        }
    }

    /// Takes back what was not committed.
    void rollback() {
        if (isFinished) {
            return;
        }
        isFinished = true;
        try {
            row.clearBatch();
            execute(connection, "ROLLBACK");
        } catch (SQLException e) {
            // After a full disk and other failures SQLite has rolled back by itself.
            if (!String.valueOf(e.getMessage()).contains("no transaction is active")) {
                throw StoreException.of(file, e);
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
