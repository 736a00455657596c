package aiquant.sidecar;

import java.io.IOException;

/// The exchange's history did not answer: nothing is known, which is not the same as "nothing is there".
public final class HistoryException extends IOException {

    private static final long serialVersionUID = 1L;

    public HistoryException(String message) {
        super(message);
    }

    public HistoryException(String message, Throwable cause) {
        super(message, cause);
    }
}
