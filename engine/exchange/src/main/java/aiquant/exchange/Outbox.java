package aiquant.exchange;

import aiquant.exchange.wire.Json;
import aiquant.exchange.wire.Request;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/// What is to be sent on a connection, as fast as the exchange's limit of messages allows.
///
/// Not thread-safe: its socket guards it. All times are steady milliseconds.
final class Outbox {
    /// The exchange allows 2000 a minute over all connections.
    private static final int MOST_MESSAGES = 1800;

    private static final long MINUTE_MS = 60_000;

    private final SlidingWindow sent = new SlidingWindow(MINUTE_MS);
    private final Deque<Request> waiting = new ArrayDeque<>();

    void add(Request request) {
        waiting.addLast(request);
    }

    void clear() {
        waiting.clear();
    }

    /// Sends what waits, in order, until the limit is reached.
    void drain(Connection connection, long nowMs, Consumer<Request> done) {
        for (Request next = waiting.peekFirst(); next != null; next = waiting.peekFirst()) {
            if (!send(connection, next, nowMs)) {
                return;
            }
            waiting.removeFirst();
            done.accept(next);
        }
    }

    /// Sends this one now, before all that waits. A ping is sent beyond the limit too: all depends on it.
    /// @return false where it did not leave
    boolean send(Connection connection, Request request, long nowMs) {
        boolean fits = request instanceof Request.Ping || sent.waitMs(1, MOST_MESSAGES, nowMs) == 0;
        if (!fits || !connection.send(Json.write(request.toJson()))) {
            return false;
        }
        sent.add(1, nowMs);
        return true;
    }
}
