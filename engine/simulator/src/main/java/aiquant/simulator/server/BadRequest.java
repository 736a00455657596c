package aiquant.simulator.server;

import org.jspecify.annotations.Nullable;

/// A request of the wrong shape: the exchange answers with status 422 and plain text.
final class BadRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    static final String TEXT = "Failed to deserialize the JSON body into the target type";

    /// @param detail what is wrong, for whoever debugs a client
    BadRequest(@Nullable String detail) {
        super(TEXT + ": " + detail);
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
