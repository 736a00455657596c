package aiquant.exchange;

/// The times by which a connection is kept and judged.
///
/// @param connectMs until a connection stands, its handshake included
/// @param pingMs between two pings
/// @param pongMs until an answer to a ping counts as missing; two missing end the connection
/// @param silenceMs without any frame end the connection
/// @param ackMs until a subscription that was not confirmed is asked for again
/// @param firstDataMs until a subscription without its first data is reported
/// @param tickMs between two looks at all of this
public record SocketSettings(
        long connectMs, long pingMs, long pongMs, long silenceMs, long ackMs, long firstDataMs, long tickMs) {
    public static final SocketSettings STANDARD =
            new SocketSettings(10_000, 20_000, 10_000, 60_000, 10_000, 15_000, 500);

    private static final long SHORTEST_PING_MS = 15_000;
    private static final long LONGEST_PING_MS = 50_000;

    public SocketSettings {
        if (pingMs < SHORTEST_PING_MS || pingMs > LONGEST_PING_MS) {
            throw new IllegalArgumentException("pings must be 15 to 50 seconds apart: " + pingMs + " ms");
        }
        long shortest = Math.min(Math.min(connectMs, pongMs), Math.min(Math.min(silenceMs, ackMs), firstDataMs));
        if (tickMs < 1 || shortest < tickMs) {
            throw new IllegalArgumentException(
                    "every limit must be at least one tick of " + tickMs + " ms: " + shortest);
        }
    }
}
