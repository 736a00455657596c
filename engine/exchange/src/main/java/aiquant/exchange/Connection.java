package aiquant.exchange;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.handshake.ServerHandshake;

/// One connection of the library, which tells its events once each and in order.
final class Connection {
    private static final int LONGEST_FRAME = 32 << 20;

    private final Events events;
    private final Client client;
    private final AtomicBoolean ended = new AtomicBoolean();

    /// What happens to a connection, told on the thread that noticed.
    interface Events {
        void opened(Connection connection);

        void received(Connection connection, String text);

        void ended(Connection connection, String reason);
    }

    private final class Client extends WebSocketClient {
        private Client(URI address, int connectMs) {
            super(address, new Draft_6455(List.of(), LONGEST_FRAME), Map.of(), connectMs);
            setTcpNoDelay(true);
            setDaemon(true);
            // Whether the other side lives is judged by the exchange's own ping.
            setConnectionLostTimeout(0);
        }

        @Override
        public void onOpen(ServerHandshake handshake) {
            events.opened(Connection.this);
        }

        @Override
        public void onMessage(String text) {
            events.received(Connection.this, text);
        }

        @Override
        public void onClose(int code, String reason, boolean remote) {
            end("closed by " + (remote ? "the exchange" : "this side") + ", code " + code
                    + (reason == null || reason.isEmpty() ? "" : ": " + reason));
        }

        @Override
        public void onError(Exception error) {
            drop(error.toString());
        }
    }

    Connection(URI address, long connectMs, Events events) {
        this.events = events;
        this.client = new Client(address, (int) connectMs);
    }

    void connect() {
        client.connect();
    }

    /// @return false where it could not be handed to the connection
    boolean send(String text) {
        try {
            client.send(text);
            return true;
        } catch (WebsocketNotConnectedException _) {
            return false;
        }
    }

    /// Ends it at once, without asking the other side, which may be gone.
    void drop(String reason) {
        boolean isFirst = ended.compareAndSet(false, true);
        client.closeConnection(CloseFrame.ABNORMAL_CLOSE, reason);
        if (isFirst) {
            events.ended(this, reason);
        }
    }

    /// On a thread of its own: the library tells of an end with a lock held that [#drop] needs as well.
    private void end(String reason) {
        if (ended.compareAndSet(false, true)) {
            Thread.ofVirtual().name("exchange-end").start(() -> events.ended(this, reason));
        }
    }
}
