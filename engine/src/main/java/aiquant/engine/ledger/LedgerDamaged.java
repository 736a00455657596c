package aiquant.engine.ledger;

import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// The ledger is not the one that was written: entries are missing, changed or unreadable. Never repaired silently.
public final class LedgerDamaged extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LedgerDamaged(String message) {
        super(message);
    }

    LedgerDamaged(String message, Throwable cause) {
        super(message, cause);
    }

    /// Whether SQLite says that the file itself is broken, or no database at all.
    static boolean isShownBy(Exception cause) {
        if (!(cause instanceof SQLiteException sqlite)) {
            return false;
        }
        int primary = sqlite.getResultCode().code & 0xff;
        return primary == SQLiteErrorCode.SQLITE_CORRUPT.code || primary == SQLiteErrorCode.SQLITE_NOTADB.code;
    }
}
