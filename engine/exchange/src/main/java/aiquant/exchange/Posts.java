package aiquant.exchange;

import aiquant.exchange.wire.PostReply;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/// The requests that were posted over the socket and wait for their answers. Thread-safe.
final class Posts {
    /// The exchange allows a hundred over all connections.
    private static final int MOST_IN_FLIGHT = 100;

    private final Map<Long, Waiting> waiting = new HashMap<>();
    private long lastId;

    private record Waiting(Connection connection, long deadlineMs, CompletableFuture<PostOutcome> outcome) {}

    /// A request with its number.
    record Numbered(long id, CompletableFuture<PostOutcome> outcome) {}

    /// Takes note of a request before it is sent; its outcome is set at once where there are too many.
    synchronized Numbered begin(Connection connection, long deadlineMs) {
        CompletableFuture<PostOutcome> outcome = new CompletableFuture<>();
        long id = ++lastId;
        if (waiting.size() >= MOST_IN_FLIGHT) {
            outcome.complete(new PostOutcome.NotSent(MOST_IN_FLIGHT + " posts are in flight"));
        } else {
            waiting.put(id, new Waiting(connection, deadlineMs, outcome));
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

    void expire(long nowMs) {
        finishAll(one -> nowMs >= one.deadlineMs, "no answer in time");
    }

    void dropped(Connection connection, String reason) {
        finishAll(one -> one.connection == connection, "the connection ended: " + reason);
    }

    private void finishAll(Predicate<Waiting> which, String reason) {
        List<Waiting> finished = new ArrayList<>();
        synchronized (this) {
            waiting.values().removeIf(one -> which.test(one) && finished.add(one));
        }
        for (Waiting one : finished) {
            one.outcome.complete(new PostOutcome.Unknown(reason));
        }
    }
}
