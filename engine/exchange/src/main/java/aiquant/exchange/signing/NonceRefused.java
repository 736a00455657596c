package aiquant.exchange.signing;

/// There is no nonce to sign with now. The message says why and what to do.
public final class NonceRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NonceRefused(String message) {
        super(message);
    }

    NonceRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
