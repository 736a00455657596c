package aiquant.exchange;

import java.io.IOException;

/// A question that got no answer: nothing is known, which is not the same as "nothing is there".
public final class InfoException extends IOException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /// Why, and so whether it helps to ask again.
    public enum Kind {
        /// The question is wrong; it would be refused again.
        REFUSED,
        /// Too many requests, by the exchange's count or our own.
        LIMITED,
        /// The exchange cannot be reached, or fails.
        UNREACHABLE,
        /// The answer is not what it must be.
        UNREADABLE,
        /// There is more than can be fetched.
        INCOMPLETE
    }

    public InfoException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
