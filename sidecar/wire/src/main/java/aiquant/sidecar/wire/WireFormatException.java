package aiquant.sidecar.wire;

/// A line is not the message it should be; the text says what is wrong with it.
public final class WireFormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public WireFormatException(String message) {
        super(message);
    }
}
