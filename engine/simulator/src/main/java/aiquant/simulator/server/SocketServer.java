package aiquant.simulator.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.java_websocket.WebSocket;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/// The socket on loopback; what arrives goes to a listener, on the library's threads.
final class SocketServer implements AutoCloseable {
    /// What happens on the socket.
    interface Listener {
        void opened(WebSocket socket, Session.Peer peer);

        void message(WebSocket socket, String text);

        void closed(WebSocket socket);
    }

    private final CompletableFuture<Void> started = new CompletableFuture<>();
    private final WebSocketServer server;

    SocketServer(int port, Listener listener) throws IOException {
        server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), listener, started);
        server.setReuseAddr(true);
        server.setTcpNoDelay(true);
        server.setConnectionLostTimeout(0);
        server.setDaemon(true);
        server.start();
        try {
            started.get(10, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("cannot listen on port " + port + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while starting to listen on port " + port, e);
        }
    }

    int port() {
        return server.getPort();
    }

    @Override
    public void close() {
        try {
            server.stop(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Server extends WebSocketServer {
        private final Listener listener;
        private final CompletableFuture<Void> started;

        Server(InetSocketAddress address, Listener listener, CompletableFuture<Void> started) {
            super(address);
            this.listener = listener;
            this.started = started;
        }

        @Override
        public void onStart() {
            started.complete(null);
        }

        @Override
        public void onOpen(WebSocket socket, ClientHandshake handshake) {
            listener.opened(socket, new Connection(socket));
        }

        @Override
        public void onMessage(WebSocket socket, String text) {
            listener.message(socket, text);
        }

        @Override
        public void onClose(WebSocket socket, int code, String reason, boolean isRemote) {
            listener.closed(socket);
        }

        @Override
        public void onError(WebSocket socket, Exception failure) {
            if (!started.isDone()) {
                started.completeExceptionally(failure);
            }
        }
    }

    private record Connection(WebSocket socket) implements Session.Peer {
        @Override
        public void send(String text) {
            try {
                socket.send(text);
            } catch (WebsocketNotConnectedException _) {
                // Gone already; onClose follows.
            }
        }

        @Override
        public void close(int code, String reason) {
            if (code == CloseFrame.ABNORMAL_CLOSE) {
                socket.closeConnection(code, reason);
            } else {
                socket.close(code, reason);
            }
        }
    }
}
