package aiquant.exchange;

/// Limits of one request by REST.
///
/// @param connectMs until the connection stands
/// @param requestMs until the whole answer is there, connecting included
/// @param mostBytes of an answer
public record HttpSettings(long connectMs, long requestMs, int mostBytes) {
    public static final HttpSettings STANDARD = new HttpSettings(3_000, 10_000, 16 << 20);

    public HttpSettings {
        if (connectMs < 1 || requestMs < 1 || mostBytes < 1) {
            throw new IllegalArgumentException(
                    "limits must be positive: " + connectMs + " ms, " + requestMs + " ms, " + mostBytes + " bytes");
        }
    }
}
