package aiquant.bench;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.handshake.ServerHandshake;

/// What no sidecar can be faster than: a process that passes each text of a WebSocket on to a Unix socket as it is.
///
/// Arguments: the socket's path, the exchange's address.
final class BareRelay {

    private BareRelay() {}

    private static final class Client extends WebSocketClient {
        private final SocketChannel to;

        Client(URI uri, SocketChannel to) {
            super(uri);
            this.to = to;
            setTcpNoDelay(true);
            setConnectionLostTimeout(0);
        }

        @Override
        public void onOpen(ServerHandshake handshake) {
            send("{\"method\":\"subscribe\",\"subscription\":{\"type\":\"allMids\"}}");
        }

        @Override
        public void onMessage(String text) {
            try {
                to.write(ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.UTF_8)));
            } catch (IOException e) {
                close();
            }
        }

        @Override
        public void onClose(int code, String reason, boolean isRemote) {
            Runtime.getRuntime().halt(0);
        }

        @Override
        public void onError(Exception failure) {
            Runtime.getRuntime().halt(1);
        }
    }

    public static void main(String[] arguments) throws IOException {
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(Path.of(arguments[0])));
            new Client(URI.create(arguments[1]), server.accept()).connect();
        }
    }
}
