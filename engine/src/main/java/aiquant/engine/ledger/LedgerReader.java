package aiquant.engine.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;

/// Reads a ledger without being able to change it, also while the engine writes to it, also from another process.
///
/// It sees committed entries only. Long reads go in short steps, so that a slow consumer never keeps the engine's
/// write-ahead log from being trimmed. Any thread; calls on one reader take turns.
public final class LedgerReader implements AutoCloseable {

    private static final int STEP = 4096;
    private static final String COLUMNS = "SELECT seq, at_ms, kind, version, body, previous_hash, hash FROM entry ";

    private final Path file;
    private final Connection connection;

    /// Reads through a connection someone else owns and closes.
    LedgerReader(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /// @throws LedgerFailed if there is no ledger of a known version at `file`
    public static LedgerReader open(Path file) {
        if (!Files.exists(file)) {
            throw new LedgerFailed("There is no ledger at " + file + ".");
        }
        Properties properties = new Properties();
        properties.setProperty("open_mode", "1"); // SQLITE_OPEN_READONLY
        properties.setProperty("busy_timeout", "5000");
        try {
            Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file, properties);
            return checked(file, connection);
        } catch (SQLException e) {
            throw unreadable(file, e);
        }
    }

    /// Passes every entry from `fromSequence` on to `consumer`, oldest first, up to the newest at the time it gets
    /// there.
    ///
    /// @return the number of entries passed on
    public synchronized long entries(long fromSequence, Consumer<LedgerEntry> consumer) {
        try {
            long next = fromSequence;
            List<LedgerEntry> step = step(next);
            while (!step.isEmpty()) {
                step.forEach(consumer);
                next = step.getLast().sequence() + 1;
                step = step(next);
            }
            return next - fromSequence;
        } catch (SQLException e) {
            throw unreadable(file, e);
        }
    }

    /// Entries older than `beforeSequence`, newest first, at most `limit`; `Long.MAX_VALUE` starts at the end.
    public synchronized List<LedgerEntry> page(long beforeSequence, int limit) {
        try {
            return query("WHERE seq < ? ORDER BY seq DESC LIMIT ?", beforeSequence, limit);
        } catch (SQLException e) {
            throw unreadable(file, e);
        }
    }

    public synchronized Optional<LedgerEntry> entry(long sequence) {
        try {
            return query("WHERE seq = ? LIMIT ?", sequence, 1).stream().findFirst();
        } catch (SQLException e) {
            throw unreadable(file, e);
        }
    }

    /// The end of the ledger as far as it is committed.
    public LedgerHead head() {
        return page(Long.MAX_VALUE, 1).stream()
                .findFirst()
                .map(LedgerEntry::head)
                .orElse(LedgerHead.EMPTY);
    }

    /// Recomputes every hash from the first entry to the last and compares the end with the head file, if there is one.
    /// Takes some seconds for a million entries.
    public synchronized Verification verify() {
        LedgerHead head = LedgerHead.EMPTY;
        try {
            // Read first: the engine may append meanwhile, and more than the head promises is fine.
            LedgerHead promised = HeadFile.read(HeadFile.beside(file)).orElse(LedgerHead.EMPTY);
            List<LedgerEntry> step = step(0);
            while (!step.isEmpty()) {
                for (LedgerEntry entry : step) {
                    Optional<String> flaw = entry.flawAfter(head);
                    if (flaw.isPresent()) {
                        return new Verification.Broken(head.sequence() + 1, flaw.get());
                    }
                    head = entry.head();
                    if (head.sequence() == promised.sequence() && !head.equals(promised)) {
                        return new Verification.Broken(head.sequence(), "the head file names another entry here");
                    }
                }
                step = step(head.sequence() + 1);
            }
            return head.sequence() < promised.sequence()
                    ? new Verification.Broken(
                            head.sequence() + 1, "the entries up to %d are missing".formatted(promised.sequence()))
                    : new Verification.Intact(head);
        } catch (SQLException | IOException | LedgerDamaged e) {
            return new Verification.Broken(head.sequence() + 1, "unreadable from here on: " + e.getMessage());
        }
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw unreadable(file, e);
        }
    }

    private static LedgerReader checked(Path file, Connection connection) throws SQLException {
        boolean known = false;
        try {
            int version = LedgerSchema.version(connection);
            known = version == LedgerSchema.VERSION;
            if (!known) {
                throw new LedgerFailed("%s is no ledger this program can read: it has form %d, known is form %d."
                        .formatted(file, version, LedgerSchema.VERSION));
            }
            return new LedgerReader(file, connection);
        } finally {
            if (!known) {
                connection.close();
            }
        }
    }

    private List<LedgerEntry> step(long fromSequence) throws SQLException {
        return query("WHERE seq >= ? ORDER BY seq LIMIT ?", fromSequence, STEP);
    }

    private List<LedgerEntry> query(String where, long sequence, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(COLUMNS + where)) {
            select.setLong(1, sequence);
            select.setInt(2, limit);
            List<LedgerEntry> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(entry(row));
                }
            }
            return found;
        }
    }

    private static LedgerEntry entry(ResultSet row) throws SQLException {
        return new LedgerEntry(
                row.getLong(1), row.getLong(2), text(row, 3), row.getInt(4), text(row, 5), text(row, 6), text(row, 7));
    }

    /// A damaged row can be NULL where the table allows none; its hash will tell.
    private static String text(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }

    private static RuntimeException unreadable(Path file, SQLException cause) {
        return LedgerDamaged.isShownBy(cause)
                ? new LedgerDamaged("The ledger %s is damaged: %s".formatted(file, cause.getMessage()), cause)
                : LedgerFailed.because("The ledger " + file + " cannot be read", cause);
    }
}
