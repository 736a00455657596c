package aiquant.exchange;

import aiquant.exchange.wire.Json;
import aiquant.exchange.wire.PostReply;
import aiquant.exchange.wire.Request;
import aiquant.exchange.wire.WireException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// The requests that were posted over the socket and wait for their answers. Thread-safe.
final class Posts {
    /// The exchange allows a hundred over all connections.
    private static final int MOST_IN_FLIGHT = 100;

    private final Map<Long, Waiting> waiting = new HashMap<>();
    private long lastId;

    private record Waiting(Connection connection, CompletableFuture<PostOutcome> outcome) {}

    /// A request with its number.
    record Numbered(long id, CompletableFuture<PostOutcome> outcome) {}

    /// Takes note of a request before it is sent; its outcome is set at once where there are too many.
    synchronized Numbered begin(Connection connection) {
        CompletableFuture<PostOutcome> outcome = new CompletableFuture<>();
        long id = ++lastId;
        if (waiting.size() >= MOST_IN_FLIGHT) {
            outcome.complete(new PostOutcome.NotSent(MOST_IN_FLIGHT + " posts are in flight"));
        } else {
            waiting.put(id, new Waiting(connection, outcome));
        }
        return new Numbered(id, outcome);
    }

    void answered(PostReply reply) {
        finish(reply.id(), new PostOutcome.Answered(reply.answer()));
    }

    /// @return false where no such request waits
    boolean finish(long id, PostOutcome outcome) {
        Waiting one;
        synchronized (this) {
            one = waiting.remove(id);
        }
        return one != null && one.outcome.complete(outcome);
    }

    /// A request that was not understood comes back whole in the text of an error, and its number with it.
    /// @return false where the text is about something else
    boolean refused(String text) {
        int from = text.indexOf('{');
        if (from < 0) {
            return false;
        }
        try {
            return Request.read(Json.parse(text.substring(from))) instanceof Request.Post post
                    && finish(post.id(), new PostOutcome.Refused(text));
        } catch (WireException _) {
            return false;
        }
    }

    /// The connection took with it whatever was under way on it.
    void dropped(Connection connection, String reason) {
        List<Waiting> lost = new ArrayList<>();
        synchronized (this) {
            waiting.values().removeIf(one -> one.connection == connection && lost.add(one));
        }
        for (Waiting one : lost) {
            one.outcome.complete(new PostOutcome.Unknown("the connection ended: " + reason));
        }
    }
}
