package aiquant.exchange.wire;

/// A text from the exchange that does not say what it must; the message names the place and what was found.
///
/// It carries no stack trace: the place in the text is what counts, and a flood of bad texts stays cheap.
public final class WireException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WireException(String message) {
        super(message, null, false, false);
    }
}
