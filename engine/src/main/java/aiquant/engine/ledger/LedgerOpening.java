package aiquant.engine.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;

/// The steps from a path to a ledger that may be written: connect, check the form, check the end, repair an old head.
final class LedgerOpening {

    /// So many entries before the head are checked as well: damage near the end is what a crash can cause.
    private static final long CHECKED_TAIL = 1000;

    private LedgerOpening() {}

    static SqliteLedger open(Path file) {
        try {
            LedgerHead promised = HeadFile.read(HeadFile.beside(file)).orElse(LedgerHead.EMPTY);
            if (!Files.exists(file) && promised.sequence() > 0) {
                throw shorter(file, 0, promised);
            }
            return connect(file, true, promised);
        } catch (SQLException | IOException e) {
            throw failed(file, e);
        }
    }

    static SqliteLedger temporary(Path file) {
        try {
            return connect(file, false, LedgerHead.EMPTY);
        } catch (SQLException | IOException e) {
            throw failed(file, e);
        }
    }

    private static SqliteLedger connect(Path file, boolean durable, LedgerHead promised)
            throws SQLException, IOException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Optional<HeadFile> headFile = Optional.empty();
        boolean opened = false;
        try {
            LedgerSchema.configure(connection, durable);
            settleForm(file, connection, promised);
            LedgerReader entries = new LedgerReader(file, connection);
            LedgerHead head = checkedEnd(file, entries, promised);
            if (durable) {
                // After a failed synchronisation the log may be readable and yet not on the disk; write it anew
                // before anything, the head file first of all, relies on it.
                LedgerSchema.checkpoint(connection);
                headFile = Optional.of(HeadFile.open(HeadFile.beside(file), head));
            }
            long lastAtMs =
                    entries.entry(head.sequence()).map(LedgerEntry::atMs).orElse(0L);
            SqliteLedger ledger = new SqliteLedger(file, connection, headFile, head, lastAtMs);
            opened = true;
            return ledger;
        } finally {
            if (!opened) {
                if (headFile.isPresent()) {
                    headFile.get().close();
                }
                connection.close();
            }
        }
    }

    private static void settleForm(Path file, Connection connection, LedgerHead promised) throws SQLException {
        int version = LedgerSchema.version(connection);
        if (version == 0) {
            if (promised.sequence() > 0) {
                throw shorter(file, 0, promised);
            }
            LedgerSchema.create(connection);
        } else if (version != LedgerSchema.VERSION) {
            throw new LedgerFailed(
                    "The ledger %s has form %d, this program knows form %d. Use the program that wrote it."
                            .formatted(file, version, LedgerSchema.VERSION));
        }
    }

    private static LedgerHead checkedEnd(Path file, LedgerReader entries, LedgerHead promised) {
        long last = entries.head().sequence();
        if (last < promised.sequence()) {
            throw shorter(file, last, promised);
        }
        long before = Math.max(0, promised.sequence() - CHECKED_TAIL);
        TailCheck check = new TailCheck(file, promised, entries.entry(before).map(LedgerEntry::head));
        entries.entries(before + 1, check::accept);
        return check.head;
    }

    /// Walks the chain to its end; the head file's entry must lie on it.
    private static final class TailCheck {
        private final Path file;
        private final LedgerHead promised;
        private LedgerHead head;

        TailCheck(Path file, LedgerHead promised, Optional<LedgerHead> start) {
            this.file = file;
            this.promised = promised;
            this.head = start.orElse(LedgerHead.EMPTY);
        }

        void accept(LedgerEntry entry) {
            Optional<String> flaw = entry.flawAfter(head);
            if (flaw.isPresent()) {
                throw new LedgerDamaged(
                        "The ledger %s is damaged: %s. Run `aiquant ledger verify`, then restore a backup."
                                .formatted(file, flaw.get()));
            }
            head = entry.head();
            if (head.sequence() == promised.sequence() && !head.equals(promised)) {
                throw new LedgerDamaged("The ledger %s is not the one its head file belongs to: entry %d differs."
                        .formatted(file, head.sequence()));
            }
        }
    }

    private static LedgerDamaged shorter(Path file, long last, LedgerHead promised) {
        return new LedgerDamaged(
                "The ledger %s ends at entry %d, but entry %d was written: its end was lost. Restore a backup."
                        .formatted(file, last, promised.sequence()));
    }

    private static RuntimeException failed(Path file, Exception e) {
        if (LedgerDamaged.isShownBy(e)) {
            return new LedgerDamaged("The ledger %s is damaged: %s".formatted(file, e.getMessage()), e);
        }
        return LedgerFailed.because("The ledger " + file + " cannot be opened", e);
    }
}
