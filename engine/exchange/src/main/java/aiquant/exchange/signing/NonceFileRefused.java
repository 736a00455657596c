package aiquant.exchange.signing;

/// A file of nonces cannot be used: another process has it, or it is not what was written. Says what to do.
public final class NonceFileRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NonceFileRefused(String message) {
        super(message);
    }

    NonceFileRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
