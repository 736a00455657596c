package aiquant.exchange;

import java.net.URI;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Keeps one connection standing: opens it, and after it has ended opens the next one, not too often.
///
/// Its owner hears of each connection in order, of its end before the next one is tried, and is never called with
/// a lock held. Of connections that never stood the owner hears nothing. Thread-safe.
final class Link implements Connection.Events {
    /// A connection that stood so long was a good one: the next try is made at once.
    private static final long STABLE_MS = 30_000;

    private final URI address;
    private final long connectMs;
    private final ConnectLimit connects;
    private final Clockwork clockwork;
    private final Connection.Events owner;

    // Guarded by this object's lock.
    private final BackOff backOff;
    private @Nullable Connection current;
    private boolean isOpen;
    private boolean isClosed;
    private long startedMs;
    private String lastFailure = "";

    Link(
            URI address,
            long connectMs,
            ConnectLimit connects,
            Clockwork clockwork,
            RandomGenerator random,
            Connection.Events owner) {
        this.address = address;
        this.connectMs = connectMs;
        this.connects = connects;
        this.clockwork = clockwork;
        this.backOff = new BackOff(random);
        this.owner = owner;
    }

    void connect() {
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
            connection = new Connection(address, connectMs, this);
            current = connection;
            startedMs = clockwork.steadyMs();
        }
        connection.connect();
    }

    /// Gives up a connection whose handshake is not answered: the library limits only the time to connect.
    void checkHandshake() {
        long waitedMs;
        Connection waiting;
        synchronized (this) {
            waiting = isOpen ? null : current;
            waitedMs = clockwork.steadyMs() - startedMs;
        }
        if (waiting != null && waitedMs >= 2 * connectMs) {
            waiting.drop("no handshake for " + waitedMs + " ms");
        }
    }

    synchronized boolean isClosed() {
        return isClosed;
    }

    synchronized String lastFailure() {
        return lastFailure;
    }

    /// Ends the connection for good.
    void close() {
        Optional<Connection> last;
        synchronized (this) {
            isClosed = true;
            last = Optional.ofNullable(current);
        }
        last.ifPresent(connection -> connection.drop("closed by this program"));
    }

    @Override
    public void opened(Connection connection) {
        synchronized (this) {
            if (connection != current) {
                return;
            }
            isOpen = true;
            startedMs = clockwork.steadyMs();
        }
        owner.opened(connection);
    }

    @Override
    public void received(Connection connection, String text) {
        owner.received(connection, text);
    }

    @Override
    public void ended(Connection connection, String reason) {
        boolean wasOpen;
        synchronized (this) {
            wasOpen = isOpen;
            isOpen = false;
            lastFailure = reason;
            if (wasOpen && clockwork.steadyMs() - startedMs >= STABLE_MS) {
                backOff.reset();
            }
        }
        try {
            if (wasOpen) {
                owner.ended(connection, reason);
            }
        } finally {
            synchronized (this) {
                current = null;
                if (!isClosed) {
                    clockwork.schedule(backOff.nextMs(), this::connect);
                }
            }
        }
    }
}
