package aiquant.exchange.wire;

/// A text from the exchange that does not say what it must; the message names the place and what was found.
public final class WireException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WireException(String message) {
        super(message);
    }
}
