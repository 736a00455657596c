package aiquant.simulator.server;

/// The budget of the network address is used up: status 429.
final class TooManyRequests extends RuntimeException {
    private static final long serialVersionUID = 1L;

    static final String TEXT = "Too Many Requests";

    TooManyRequests() {
        super(TEXT);
    }
}
