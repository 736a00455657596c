package aiquant.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/// A socket server on this machine that says only what a test tells it to.
final class LoopbackVenue {
    private static final long PATIENCE_S = 10;

    private final LinkedBlockingQueue<String> received = new LinkedBlockingQueue<>();
    private final CountDownLatch started = new CountDownLatch(1);
    private final Server server = new Server();

    private final class Server extends WebSocketServer {
        private Server() {
            super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
            setReuseAddr(true);
            setDaemon(true);
            setConnectionLostTimeout(0);
        }

        @Override
        public void onStart() {
            started.countDown();
        }

        @Override
        public void onOpen(WebSocket socket, ClientHandshake handshake) {}

        @Override
        public void onClose(WebSocket socket, int code, String reason, boolean remote) {}

        @Override
        public void onMessage(WebSocket socket, String text) {
            received.add(text);
        }

        @Override
        public void onError(WebSocket socket, Exception error) {}
    }

    LoopbackVenue() throws InterruptedException {
        server.start();
        assertThat(started.await(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
    }

    Endpoints endpoints() {
        String host = "127.0.0.1:" + server.getPort();
        return Endpoints.of("http://" + host, "ws://" + host + "/ws", Network.TESTNET);
    }

    void say(String text) {
        server.broadcast(text);
    }

    /// The next message of the client.
    String heard() throws InterruptedException {
        String text = received.poll(PATIENCE_S, TimeUnit.SECONDS);
        assertThat(text).as("a message of the client").isNotNull();
        return String.valueOf(text);
    }

    boolean heardNothing() {
        return received.isEmpty();
    }

    /// Ends all connections without a word, as a broken network would.
    void drop() {
        server.getConnections().forEach(one -> one.closeConnection(CloseFrame.ABNORMAL_CLOSE, "dropped"));
    }

    /// Ends all connections politely.
    void hangUp() {
        server.getConnections().forEach(one -> one.close(CloseFrame.NORMAL));
    }

    void stop() throws InterruptedException {
        server.stop(1000);
    }
}
