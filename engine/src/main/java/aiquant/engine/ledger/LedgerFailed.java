package aiquant.engine.ledger;

import java.io.IOException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// The ledger cannot be opened, read or written; the message is a sentence for the operator.
public final class LedgerFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean diskFull;

    private LedgerFailed(String message, boolean diskFull, Throwable cause) {
        super(message, cause);
        this.diskFull = diskFull;
    }

    LedgerFailed(String message) {
        super(message);
        this.diskFull = false;
    }

    /// `what` is the sentence so far, without a full stop: "The ledger x could not ...".
    static LedgerFailed because(String what, Exception cause) {
        return isDiskFull(cause)
                ? new LedgerFailed(what + ": the disk is full. Free some space and start again.", true, cause)
                : new LedgerFailed(what + ": " + cause.getMessage(), false, cause);
    }

    /// What every call gets after the first failure.
    static LedgerFailed fencedSince(LedgerFailed first) {
        return new LedgerFailed(
                "The ledger takes nothing more after a failure. " + first.getMessage(), first.diskFull, first);
    }

    /// True when freeing space and reopening is the cure.
    public boolean isDiskFull() {
        return diskFull;
    }

    private static boolean isDiskFull(Exception cause) {
        return switch (cause) {
            case SQLiteException e -> e.getResultCode() == SQLiteErrorCode.SQLITE_FULL;
            // Java keeps no error number, only the system's text.
            case IOException e -> String.valueOf(e.getMessage()).contains("No space left");
            default -> false;
        };
    }
}
