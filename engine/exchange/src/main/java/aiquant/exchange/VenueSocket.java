package aiquant.exchange;

import aiquant.exchange.RateBudget.Priority;
import aiquant.exchange.wire.ControlPayload;
import aiquant.exchange.wire.Frame;
import aiquant.exchange.wire.Json;
import aiquant.exchange.wire.PostReply;
import aiquant.exchange.wire.Request;
import aiquant.exchange.wire.Subscription;
import aiquant.exchange.wire.WireException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
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
    /// The exchange allows 2000 messages a minute over all connections.
    private static final int MOST_MESSAGES = 1800;

    private static final long MINUTE_MS = 60_000;
    private static final long STABLE_MS = 30_000;

    private final URI address;
    private final SocketSettings settings;
    private final SocketHandler handler;
    private final RateBudget budget;
    private final ConnectLimit connects;
    private final Clockwork clockwork;
    private final Posts posts = new Posts();

    /// Held while the handler is called. Taken before the socket's own lock, never after it.
    private final ReentrantLock delivery = new ReentrantLock();

    // The rest is guarded by this object's lock.
    private final Streams streams;
    private final Liveness liveness;
    private final BackOff backOff;
    private final SlidingWindow messages = new SlidingWindow(MINUTE_MS);
    private final Deque<Request> outbox = new ArrayDeque<>();
    private @Nullable Connection current;
    private boolean isOpen;
    private boolean isClosed;
    private long epoch;
    private long startedMs;
    private String lastFailure = "";

    public VenueSocket(
            Endpoints endpoints,
            SocketSettings settings,
            SocketHandler handler,
            RateBudget budget,
            ConnectLimit connects,
            Clockwork clockwork,
            RandomGenerator random) {
        this.address = endpoints.webSocket();
        this.settings = settings;
        this.handler = handler;
        this.budget = budget;
        this.connects = connects;
        this.clockwork = clockwork;
        this.streams = new Streams(settings);
        this.liveness = new Liveness(settings);
        this.backOff = new BackOff(random);
    }

    /// Connects, and from now on stays connected. Called once.
    public void start() {
        connect();
        clockwork.schedule(settings.tickMs(), this::tick);
    }

    /// Asks for a stream, now and after every reconnect.
    ///
    /// @param staleAfterMs how long it may be silent while others flow; empty for one that is quiet by nature
    /// @throws IllegalArgumentException where it is another account's: frames do not always name theirs
    public synchronized void subscribe(Subscription subscription, OptionalLong staleAfterMs) {
        requireOneAccount(subscription);
        if (streams.size() >= MOST_SUBSCRIPTIONS) {
            throw new IllegalStateException("at most " + MOST_SUBSCRIPTIONS + " subscriptions: " + subscription);
        }
        if (streams.add(subscription, staleAfterMs) && isOpen) {
            outbox.addLast(new Request.Subscribe(subscription));
            drain();
        }
    }

    public synchronized void unsubscribe(Subscription subscription) {
        if (streams.remove(subscription) && isOpen) {
            outbox.addLast(new Request.Unsubscribe(subscription));
            drain();
        }
    }

    /// How each subscription is doing on the present connection.
    public synchronized List<StreamState> streams() {
        return streams.states(clockwork.steadyMs());
    }

    /// The present connection's number; empty while there is none.
    public synchronized OptionalLong epoch() {
        return isOpen ? OptionalLong.of(epoch) : OptionalLong.empty();
    }

    /// Why the last connection ended or could not be opened; empty before that.
    public synchronized String lastFailure() {
        return lastFailure;
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
        Optional<RateBudget.Charge> charge = budget.tryTake(weight, priority);
        if (charge.isEmpty()) {
            return CompletableFuture.completedFuture(
                    new PostOutcome.NotSent("the rate budget is used up for " + priority));
        }
        Posts.Numbered post = posts.begin(connection, clockwork.steadyMs() + timeoutMs);
        boolean isSent = !post.outcome().isDone() && send(connection, new Request.Post(post.id(), type, payload));
        if (!isSent) {
            charge.get().correct(0);
            posts.finish(post.id(), new PostOutcome.NotSent("it could not be handed to the connection"));
        }
        return post.outcome();
    }

    /// Ends the connection for good.
    @Override
    public void close() {
        Connection connection;
        synchronized (this) {
            isClosed = true;
            connection = current;
        }
        if (connection != null) {
            connection.drop("closed by this program");
        }
    }

    private void connect() {
        Connection connection;
        synchronized (this) {
            if (isClosed || current != null) {
                return;
            }
            long waitMs = connects.take();
            if (waitMs > 0) {
                clockwork.schedule(waitMs, this::connect);
                return;
            }
            connection = new Connection(address, settings.connectMs(), new Listener());
            current = connection;
            startedMs = clockwork.steadyMs();
        }
        connection.connect();
    }

    private synchronized void connectLater() {
        current = null;
        if (!isClosed) {
            clockwork.schedule(backOff.nextMs(), this::connect);
        }
    }

    /// What the connection tells.
    private final class Listener implements Connection.Events {

        @Override
        public void opened(Connection connection) {
            delivery.lock();
            try {
                synchronized (VenueSocket.this) {
                    if (connection != current) {
                        return;
                    }
                    epoch++;
                    isOpen = true;
                    startedMs = clockwork.steadyMs();
                    liveness.opened(startedMs);
                    streams.forget();
                    outbox.clear();
                }
                guarded(connection, () -> handler.opened(epoch));
                synchronized (VenueSocket.this) {
                    streams.subscriptions().forEach(one -> outbox.addLast(new Request.Subscribe(one)));
                    drain();
                }
            } finally {
                delivery.unlock();
            }
        }

        @Override
        public void received(Connection connection, String text) {
            long nanos = clockwork.nanos();
            synchronized (VenueSocket.this) {
                if (connection != current) {
                    return;
                }
                liveness.received(clockwork.steadyMs());
            }
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
            boolean wasOpen;
            synchronized (VenueSocket.this) {
                if (connection != current) {
                    return;
                }
                wasOpen = isOpen;
                isOpen = false;
                lastFailure = reason;
                if (wasOpen && clockwork.steadyMs() - startedMs >= STABLE_MS) {
                    backOff.reset();
                }
            }
            posts.dropped(connection, reason);
            delivery.lock();
            try {
                if (wasOpen) {
                    handler.closed(epoch, reason);
                }
            } finally {
                delivery.unlock();
                connectLater();
            }
        }
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
            case ControlPayload.Pong _ -> {
                synchronized (this) {
                    liveness.ponged();
                }
            }
            case ControlPayload.Subscribed subscribed -> {
                synchronized (this) {
                    if (subscribed.method().equals("subscribe")) {
                        streams.confirmed(subscribed.subscription());
                    }
                }
            }
            case ControlPayload.ErrorText error -> refused(error);
            case PostReply reply -> posts.answered(reply);
            case ControlPayload.Greeting _ -> {}
            default -> {
                synchronized (this) {
                    streams.received(frame, clockwork.steadyMs());
                }
                handler.frame(epoch, nanos, frame);
            }
        }
    }

    private void refused(ControlPayload.ErrorText error) {
        Optional<Subscription> duplicate = error.duplicate();
        if (duplicate.isPresent()) {
            synchronized (this) {
                streams.confirmed(duplicate.get());
            }
        } else if (!isOfPost(error.text())) {
            handler.problem(epoch, new SocketProblem.Refused(error.text()));
        }
    }

    /// A request that was not understood comes back whole, and its number with it.
    private boolean isOfPost(String text) {
        int from = text.indexOf('{');
        if (from < 0) {
            return false;
        }
        try {
            return Request.read(Json.parse(text.substring(from))) instanceof Request.Post post
                    && posts.finish(post.id(), new PostOutcome.Refused(text));
        } catch (WireException _) {
            return false;
        }
    }

    /// Looks at everything that has a deadline, again and again.
    private void tick() {
        try {
            look();
        } finally {
            synchronized (this) {
                if (!isClosed) {
                    clockwork.schedule(settings.tickMs(), this::tick);
                }
            }
        }
    }

    private void look() {
        long nowMs = clockwork.steadyMs();
        posts.expire(nowMs);
        Connection connection;
        Optional<String> dead = Optional.empty();
        Streams.Findings findings = Streams.Findings.NONE;
        synchronized (this) {
            connection = current;
            if (isOpen) {
                dead = liveness.dead(nowMs);
                findings = streams.look(nowMs, liveness.lastFrameMs());
                findings.unsubscribe().forEach(one -> outbox.addLast(new Request.Unsubscribe(one)));
                findings.subscribe().forEach(one -> outbox.addLast(new Request.Subscribe(one)));
                if (liveness.pings(nowMs)) {
                    outbox.addFirst(new Request.Ping());
                }
                drain();
            } else if (nowMs - startedMs >= 2 * settings.connectMs()) {
                // The library limits the time to connect, but not the handshake after it.
                dead = Optional.of("no handshake for " + (nowMs - startedMs) + " ms");
            }
        }
        if (connection != null) {
            report(connection, findings.problems());
            if (!findings.giveUp().isEmpty()) {
                dead = Optional.of("silent although asked for again: " + findings.giveUp());
            }
            dead.ifPresent(connection::drop);
        }
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
        Connection connection = open();
        while (connection != null && !outbox.isEmpty()) {
            Request next = outbox.peekFirst();
            if (!send(connection, next)) {
                return;
            }
            outbox.removeFirst();
            if (next instanceof Request.Subscribe subscribe) {
                streams.asked(subscribe.subscription(), clockwork.steadyMs());
            }
        }
    }

    private synchronized boolean send(Connection connection, Request request) {
        long nowMs = clockwork.steadyMs();
        boolean fits = request instanceof Request.Ping || messages.waitMs(1, MOST_MESSAGES, nowMs) == 0;
        if (!fits || !connection.send(Json.write(request.toJson()))) {
            return false;
        }
        messages.add(1, nowMs);
        return true;
    }

    private synchronized @Nullable Connection open() {
        return isOpen ? current : null;
    }

    private void requireOneAccount(Subscription subscription) {
        Optional<String> account = subscription.argument("user");
        if (account.isEmpty()) {
            return;
        }
        for (Subscription other : streams.subscriptions()) {
            Optional<String> its = other.argument("user");
            if (its.isPresent() && !its.equals(account)) {
                throw new IllegalArgumentException(
                        "one account a connection: " + account.get() + " beside " + its.get());
            }
        }
    }
}
