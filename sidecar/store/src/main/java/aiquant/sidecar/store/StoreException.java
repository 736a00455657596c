package aiquant.sidecar.store;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import org.sqlite.SQLiteException;

/// A market data file, or an argument naming one, is not as it must be; the message is meant for a person.
///
/// It is one sentence that names the file, the place in it, what was found and what was expected. Everything in this
/// package that fails for a reason outside the program fails with this type.
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int PRIMARY_CODE = 0xff;

    StoreException(String sentence) {
        super(sentence);
    }

    private StoreException(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /// Whether the same work may succeed later: the database was locked, the disk full or failing.
    public boolean mayPass() {
        return getCause() instanceof SQLException cause
                && switch (code(cause)) {
                    case 5, 6, 10, 13 -> true;
                    default -> false;
                };
    }

    static StoreException of(Path file, SQLException cause) {
        return new StoreException(file + ": " + reason(cause), cause);
    }

    static StoreException of(Path file, IOException cause) {
        String reason = cause instanceof NoSuchFileException
                ? "does not exist"
                : "cannot be read: " + Objects.requireNonNullElse(cause.getMessage(), cause.toString());
        return new StoreException(file + ": " + reason, cause);
    }

    private static String reason(SQLException cause) {
        return switch (code(cause)) {
            case 5, 6 -> "another program is writing to this database; stop it or try again";
            case 8 -> "this database cannot be written: the file or its folder is read-only";
            case 10 -> "the disk failed while this database was used (" + cause.getMessage() + ")";
            case 11 -> "this database is damaged; restore it from a copy or import its data again";
            case 13 -> "the disk is full, nothing of this transaction was kept; free some space and try again";
            case 14 -> "this database cannot be opened: check that its folder exists and may be written";
            case 26 -> "this file is not a SQLite database";
            default -> Objects.requireNonNullElse(cause.getMessage(), cause.toString());
        };
    }

    private static int code(SQLException cause) {
        return cause instanceof SQLiteException sqlite ? sqlite.getResultCode().code & PRIMARY_CODE : -1;
    }
}
