package aiquant.exchange;

import aiquant.exchange.RateBudget.Charge;
import aiquant.exchange.RateBudget.Priority;
import aiquant.exchange.wire.ControlPayload;
import aiquant.exchange.wire.Frame;
import aiquant.exchange.wire.PostReply;
import aiquant.exchange.wire.Request;
import aiquant.exchange.wire.Subscription;
import aiquant.exchange.wire.WireException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// A socket to the exchange that keeps itself connected and subscribed, and says when it was not.
///
/// Each connection is an epoch: there is no resuming, so after every opening the subscriptions are asked for anew
/// and whoever listens must reconcile what happened in between. Dead connections are found by missing answers to
/// pings, by silence, and by single streams that stop while others flow. Thread-safe.
public final class VenueSocket implements AutoCloseable {
    private static final int MOST_SUBSCRIPTIONS = 1000;

    private final SocketSettings settings;
    private final SocketHandler handler;
    private final RateBudget budget;
    private final Clockwork clockwork;
    private final Link link;
    private final Posts posts = new Posts();

    /// Held while the handler is called. Taken before the socket's own lock, never after it.
    private final ReentrantLock delivery = new ReentrantLock();

    // The rest is guarded by this object's lock.
    private final Streams streams;
    private final Liveness liveness;
    private final Outbox outbox = new Outbox();
    private @Nullable Connection open;
    private long epoch;

    public VenueSocket(
            Endpoints endpoints,
            SocketSettings settings,
            SocketHandler handler,
            RateBudget budget,
            ConnectLimit connects,
            Clockwork clockwork,
            RandomGenerator random) {
        this.settings = settings;
        this.handler = handler;
        this.budget = budget;
        this.clockwork = clockwork;
        this.streams = new Streams(settings);
        this.liveness = new Liveness(settings);
        this.link = new Link(endpoints.webSocket(), settings.connectMs(), connects, clockwork, random, new Listener());
    }

    /// Connects, and from now on stays connected. Called once.
    public void start() {
        link.connect();
        clockwork.schedule(settings.tickMs(), this::tick);
    }

    /// Asks for a stream, now and after every reconnect.
    ///
    /// @param staleAfterMs how long it may be silent while others flow; empty for one that is quiet by nature
    /// @throws IllegalArgumentException where it is another account's: frames do not always name theirs
    public synchronized void subscribe(Subscription subscription, OptionalLong staleAfterMs) {
        streams.requireSameAccount(subscription);
        if (streams.size() >= MOST_SUBSCRIPTIONS) {
            throw new IllegalStateException("at most " + MOST_SUBSCRIPTIONS + " subscriptions: " + subscription);
        }
        if (streams.add(subscription, staleAfterMs) && open != null) {
            outbox.add(new Request.Subscribe(subscription));
            drain();
        }
    }

    public synchronized void unsubscribe(Subscription subscription) {
        if (streams.remove(subscription) && open != null) {
            outbox.add(new Request.Unsubscribe(subscription));
            drain();
        }
    }

    /// How each subscription is doing on the present connection.
    public synchronized List<StreamState> streams() {
        return streams.states(clockwork.steadyMs());
    }

    /// The present connection's number; empty while there is none.
    public synchronized OptionalLong epoch() {
        return open == null ? OptionalLong.empty() : OptionalLong.of(epoch);
    }

    /// Why the last connection ended or could not be opened; empty before that.
    public String lastFailure() {
        return link.lastFailure();
    }

    /// Posts a request of REST over this connection, if that can be done now.
    ///
    /// @param type `info` or `action`
    /// @param payload what the body would be by REST
    /// @param weight from the budget that is shared with REST
    public CompletableFuture<PostOutcome> post(
            String type, JsonNode payload, int weight, Priority priority, long timeoutMs) {
        Connection connection = open();
        if (connection == null) {
            return CompletableFuture.completedFuture(new PostOutcome.NotSent("not connected"));
        }
        Optional<Charge> charge = budget.tryTake(weight, priority);
        if (charge.isEmpty()) {
            return CompletableFuture.completedFuture(
                    new PostOutcome.NotSent("the rate budget is used up for " + priority));
        }
        Posts.Numbered post = posts.begin(connection);
        if (post.outcome().isDone() || !send(connection, new Request.Post(post.id(), type, payload))) {
            charge.get().correct(0);
            posts.finish(post.id(), new PostOutcome.NotSent("it could not be handed to the connection"));
            return post.outcome();
        }
        PostOutcome late = new PostOutcome.Unknown("no answer within " + timeoutMs + " ms");
        Clockwork.Task deadline = clockwork.schedule(timeoutMs, () -> posts.finish(post.id(), late));
        return post.outcome().whenComplete((outcome, failure) -> deadline.cancel());
    }

    /// Ends the connection for good.
    @Override
    public void close() {
        link.close();
    }

    /// What the connection tells.
    private final class Listener implements Connection.Events {

        @Override
        public void opened(Connection connection) {
            delivery.lock();
            try {
                begin(connection);
                guarded(connection, () -> handler.opened(epoch));
                subscribeAll();
            } finally {
                delivery.unlock();
            }
        }

        @Override
        public void received(Connection connection, String text) {
            long nanos = clockwork.nanos();
            noteSignOfLife(connection);
            delivery.lock();
            try {
                if (connection == open()) {
                    guarded(connection, () -> take(nanos, text));
                }
            } finally {
                delivery.unlock();
            }
        }

        @Override
        public void ended(Connection connection, String reason) {
            end();
            posts.dropped(connection, reason);
            delivery.lock();
            try {
                handler.closed(epoch, reason);
            } finally {
                delivery.unlock();
            }
        }
    }

    private synchronized void begin(Connection connection) {
        epoch++;
        open = connection;
        liveness.opened(clockwork.steadyMs());
        streams.forget();
        outbox.clear();
    }

    private synchronized void subscribeAll() {
        streams.subscriptions().forEach(one -> outbox.add(new Request.Subscribe(one)));
        drain();
    }

    private synchronized void noteSignOfLife(Connection connection) {
        if (connection == open) {
            liveness.received(clockwork.steadyMs());
        }
    }

    private synchronized void end() {
        open = null;
    }

    /// Calls what may call the handler; its failure ends the connection, and the next one reconciles.
    private static void guarded(Connection connection, Runnable call) {
        try {
            call.run();
        } catch (RuntimeException e) {
            connection.drop("the handler failed: " + e);
        }
    }

    private void take(long nanos, String text) {
        Frame frame;
        try {
            frame = Frame.read(text);
        } catch (WireException e) {
            handler.problem(epoch, new SocketProblem.Unreadable(String.valueOf(e.getMessage())));
            return;
        }
        switch (frame.data()) {
            case ControlPayload.Greeting _ -> {}
            case ControlPayload.Pong _ -> ponged();
            case ControlPayload.Subscribed subscribed -> confirmed(subscribed);
            case ControlPayload.ErrorText error -> refused(error);
            case PostReply reply -> posts.answered(reply);
            default -> {
                noteData(frame);
                handler.frame(epoch, nanos, frame);
            }
        }
    }

    private synchronized void ponged() {
        liveness.ponged();
    }

    private synchronized void confirmed(ControlPayload.Subscribed subscribed) {
        if (subscribed.method().equals("subscribe")) {
            streams.confirmed(subscribed.subscription());
        }
    }

    private synchronized void noteData(Frame frame) {
        streams.received(frame, clockwork.steadyMs());
    }

    private void refused(ControlPayload.ErrorText error) {
        Optional<Subscription> duplicate = error.duplicate();
        if (duplicate.isPresent()) {
            synchronized (this) {
                streams.confirmed(duplicate.get());
            }
        } else if (!posts.refused(error.text())) {
            handler.problem(epoch, new SocketProblem.Refused(error.text()));
        }
    }

    /// Looks at everything that has a deadline, again and again.
    private void tick() {
        try {
            link.checkHandshake();
            look();
        } finally {
            if (!link.isClosed()) {
                clockwork.schedule(settings.tickMs(), this::tick);
            }
        }
    }

    private void look() {
        Connection connection;
        Optional<String> dead;
        Streams.Findings findings;
        synchronized (this) {
            connection = open;
            if (connection == null) {
                return;
            }
            long nowMs = clockwork.steadyMs();
            dead = liveness.dead(nowMs);
            findings = streams.look(nowMs, liveness.lastFrameMs());
            findings.unsubscribe().forEach(one -> outbox.add(new Request.Unsubscribe(one)));
            findings.subscribe().forEach(one -> outbox.add(new Request.Subscribe(one)));
            if (liveness.pings(nowMs)) {
                send(connection, new Request.Ping());
            }
            drain();
        }
        report(connection, findings.problems());
        if (!findings.giveUp().isEmpty()) {
            dead = Optional.of("silent although asked for again: " + findings.giveUp());
        }
        dead.ifPresent(connection::drop);
    }

    private void report(Connection connection, List<SocketProblem> problems) {
        if (problems.isEmpty()) {
            return;
        }
        delivery.lock();
        try {
            if (connection == open()) {
                guarded(connection, () -> problems.forEach(one -> handler.problem(epoch, one)));
            }
        } finally {
            delivery.unlock();
        }
    }

    /// Sends what waits, as far as the exchange's limit of messages allows.
    private synchronized void drain() {
        if (open != null) {
            long nowMs = clockwork.steadyMs();
            outbox.drain(open, nowMs, request -> {
                if (request instanceof Request.Subscribe subscribe) {
                    streams.asked(subscribe.subscription(), nowMs);
                }
            });
        }
    }

    private synchronized boolean send(Connection connection, Request request) {
        return outbox.send(connection, request, clockwork.steadyMs());
    }

    private synchronized @Nullable Connection open() {
        return open;
    }
}
