package aiquant.sidecar;

import aiquant.exchange.SocketHandler;
import aiquant.exchange.SocketProblem;
import aiquant.exchange.VenueSocket;
import aiquant.exchange.wire.Frame;
import aiquant.exchange.wire.Subscription;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/// A socket to the exchange as a feed. Reconnecting on request means another socket, so epochs are counted here.
///
/// Thread-safe.
final class VenueFeed implements Feed {

    /// All mids come every few seconds; when they stop while others flow, the stream is stuck.
    private static final long MIDS_STALE_MS = 30_000;

    private final Function<SocketHandler, VenueSocket> opener;
    private final FeedListener listener;
    private final InstantSource clock;
    private final AtomicLong epochs = new AtomicLong();
    private final Set<Subscription> wanted = new HashSet<>();
    private VenueSocket socket;

    VenueFeed(Function<SocketHandler, VenueSocket> opener, FeedListener listener, InstantSource clock) {
        this.opener = opener;
        this.listener = listener;
        this.clock = clock;
        this.socket = opener.apply(new Handler());
        socket.start();
    }

    /// Its calls never overlap, and nothing comes of a connection after its end.
    private final class Handler implements SocketHandler {

        @Override
        public void opened(long epoch) {
            listener.opened(epochs.incrementAndGet());
        }

        @Override
        public void frame(long epoch, long receivedNanos, Frame frame) {
            listener.frame(epochs.get(), clock.millis(), frame);
        }

        @Override
        public void problem(long epoch, SocketProblem problem) {
            listener.problem(epochs.get(), problem.toString(), problem instanceof SocketProblem.Unreadable);
        }

        @Override
        public void closed(long epoch, String reason) {
            listener.closed(epochs.get(), reason);
        }
    }

    @Override
    public synchronized void want(Set<Subscription> streams) {
        for (Subscription stream : Set.copyOf(wanted)) {
            if (!streams.contains(stream)) {
                wanted.remove(stream);
                socket.unsubscribe(stream);
            }
        }
        for (Subscription stream : streams) {
            if (wanted.add(stream)) {
                subscribe(stream);
            }
        }
    }

    private void subscribe(Subscription stream) {
        socket.subscribe(
                stream, stream.type().equals("allMids") ? OptionalLong.of(MIDS_STALE_MS) : OptionalLong.empty());
    }

    @Override
    public synchronized void reconnect() {
        socket.close();
        socket = opener.apply(new Handler());
        wanted.forEach(this::subscribe);
        socket.start();
    }

    @Override
    public synchronized void close() {
        socket.close();
    }
}
