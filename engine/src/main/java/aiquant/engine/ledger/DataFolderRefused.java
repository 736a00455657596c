package aiquant.engine.ledger;

/// This process must not write to a data folder; the message is one sentence for the operator.
public final class DataFolderRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DataFolderRefused(String message) {
        super(message);
    }

    DataFolderRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
