package aiquant.sidecar.wire;

import java.io.IOException;

/// The sidecar gave no answer, or refused.
public final class SidecarException extends IOException {

    private static final long serialVersionUID = 1L;
    private final Kind kind;

    /// Why, and so what to do about it.
    public enum Kind {
        /// Nobody listens, or the connection broke twice.
        UNREACHABLE,
        /// No answer in time.
        TIMED_OUT,
        /// The request is wrong, or could not be carried out; the message says why.
        REFUSED,
        /// The answer is not what it must be.
        UNREADABLE
    }

    SidecarException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
