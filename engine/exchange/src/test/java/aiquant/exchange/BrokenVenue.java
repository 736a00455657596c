package aiquant.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/// A server that reads a request, writes some bytes of an answer, perhaps none, and hangs up, or does not.
final class BrokenVenue implements AutoCloseable {
    private final ServerSocket server;
    private final AtomicInteger requests = new AtomicInteger();
    private final String written;
    private final boolean hangsUp;

    BrokenVenue(String written, boolean hangsUp) {
        this.written = written;
        this.hangsUp = hangsUp;
        try {
            server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    Endpoints endpoints() {
        String host = "127.0.0.1:" + server.getLocalPort();
        return Endpoints.of("http://" + host, "ws://" + host, Network.TESTNET);
    }

    int requests() {
        return requests.get();
    }

    private void serve() {
        try {
            while (true) {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> breakOff(socket));
            }
        } catch (SocketException _) {
            // Closed by the test.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void breakOff(Socket socket) {
        try {
            InputStream in = socket.getInputStream();
            if (in.read(new byte[4096]) < 0) {
                return;
            }
            requests.incrementAndGet();
            socket.getOutputStream().write(written.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            if (hangsUp) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
