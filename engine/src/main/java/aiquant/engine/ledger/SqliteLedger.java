package aiquant.engine.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// The ledger in one SQLite file with write-ahead logging, and its head in a small file beside it.
///
/// Hold the [DataFolderLock] of the folder while it is open: there is one writer. Readers use [LedgerReader].
/// Every commit costs two synchronisations, one for the entries and one for the head, in this order; a crash in between
/// leaves a head that is too old, which the next opening repairs. Engine thread only.
public final class SqliteLedger implements Ledger {

    private final Path file;
    private final Connection connection;
    private final Optional<HeadFile> headFile;
    private final PreparedStatement begin;
    private final PreparedStatement insert;
    private final PreparedStatement commit;
    private LedgerHead head;
    private long lastAtMs;
    private long lastCommitMs;
    private boolean open = true;
    private boolean dirty;
    private Optional<LedgerFailed> fence = Optional.empty();

    SqliteLedger(Path file, Connection connection, Optional<HeadFile> headFile, LedgerHead head, long lastAtMs)
            throws SQLException {
        this.file = file;
        this.connection = connection;
        this.headFile = headFile;
        this.begin = connection.prepareStatement("BEGIN IMMEDIATE");
        this.insert = connection.prepareStatement("INSERT INTO entry(seq, at_ms, kind, version, body, previous_hash,"
                + " hash) VALUES (?, ?, ?, ?, ?, ?, ?)");
        this.commit = connection.prepareStatement("COMMIT");
        this.head = head;
        this.lastAtMs = lastAtMs;
        this.lastCommitMs = lastAtMs;
    }

    /// Opens the ledger at `file`, or begins one there, and checks its end against the head file.
    ///
    /// @throws LedgerDamaged if it ends before its head, or its newest entries do not match their hashes
    /// @throws LedgerFailed  if it cannot be opened or is of a form this program does not know
    public static SqliteLedger open(Path file) {
        return LedgerOpening.open(file);
    }

    /// Begins a ledger for a replay or an experiment: same content, no head file, and nothing survives a power cut.
    ///
    /// @throws IllegalArgumentException if `file` exists
    public static SqliteLedger temporary(Path file) {
        if (Files.exists(file)) {
            throw new IllegalArgumentException("a temporary ledger needs a new file: " + file);
        }
        return LedgerOpening.temporary(file);
    }

    @Override
    public long append(long atMs, String kind, int version, String body) {
        requireWritable();
        LedgerEntry entry = LedgerEntry.following(head, atMs, kind, version, body);
        try {
            if (!dirty) {
                begin.execute();
                dirty = true;
            }
            insert(entry);
        } catch (SQLException e) {
            if (refusesBody(e)) {
                throw new IllegalArgumentException("body must be JSON: " + body, e);
            }
            throw fence("could not take entry " + entry.sequence(), e);
        }
        head = entry.head();
        lastAtMs = atMs;
        return entry.sequence();
    }

    @Override
    public void commit() {
        requireWritable();
        if (!dirty) {
            return;
        }
        try {
            commit.execute();
            if (headFile.isPresent()) {
                headFile.get().write(head);
            }
        } catch (SQLException | IOException e) {
            throw fence("could not commit up to entry " + head.sequence(), e);
        }
        dirty = false;
        lastCommitMs = lastAtMs;
    }

    @Override
    public LedgerHead head() {
        return head;
    }

    @Override
    public long lastCommitMs() {
        return lastCommitMs;
    }

    @Override
    public boolean dirty() {
        return dirty;
    }

    @Override
    public void tidy() {
        requireWritable();
        if (dirty) {
            return;
        }
        try {
            LedgerSchema.checkpoint(connection);
        } catch (SQLException e) {
            throw fence("could not move entries to its main file", e);
        }
    }

    @Override
    public void close() {
        if (!open) {
            return;
        }
        try {
            if (fence.isEmpty()) {
                commit();
            }
        } finally {
            open = false;
            release();
        }
    }

    private void insert(LedgerEntry entry) throws SQLException {
        insert.setLong(1, entry.sequence());
        insert.setLong(2, entry.atMs());
        insert.setString(3, entry.kind());
        insert.setInt(4, entry.version());
        insert.setString(5, entry.body());
        insert.setString(6, entry.previousHash());
        insert.setString(7, entry.hash());
        insert.executeUpdate();
    }

    private void requireWritable() {
        if (!open) {
            throw new IllegalStateException("the ledger is closed: " + file);
        }
        if (fence.isPresent()) {
            throw LedgerFailed.fencedSince(fence.get());
        }
    }

    private LedgerFailed fence(String what, Exception cause) {
        LedgerFailed failure = LedgerFailed.because("The ledger " + file + " " + what, cause);
        fence = Optional.of(failure);
        return failure;
    }

    private void release() {
        try (connection) {
            if (headFile.isPresent()) {
                headFile.get().close();
            }
        } catch (SQLException | IOException e) {
            // Everything promised is on disk already; a fenced ledger has reported its failure.
            if (fence.isEmpty()) {
                throw fence("could not be closed", e);
            }
        }
    }

    private static boolean refusesBody(SQLException e) {
        return e instanceof SQLiteException sqlite && sqlite.getResultCode() == SQLiteErrorCode.SQLITE_CONSTRAINT_CHECK;
    }
}
