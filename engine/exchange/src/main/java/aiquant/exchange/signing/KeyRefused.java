package aiquant.exchange.signing;

/// A key or the file that holds it cannot be used. The message says what to do and never shows what was read.
public final class KeyRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// Why, for those who can do something about it.
    public enum Reason {
        /// Cannot be read or written at all.
        UNREADABLE,
        /// A plain key that others on this machine can read.
        OPEN_TO_OTHERS,
        /// Not what was written, or never was such a file.
        DAMAGED,
        WRONG_PASSWORD,
        /// Well formed, with an entry that cannot be meant.
        INVALID
    }

    private final Reason reason;

    /// Without a cause: a parser's message may quote what it stumbled over.
    KeyRefused(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
