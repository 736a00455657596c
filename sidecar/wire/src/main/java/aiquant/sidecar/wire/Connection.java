package aiquant.sidecar.wire;

import aiquant.sidecar.wire.SidecarException.Kind;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// One connection to the sidecar on which everything has a deadline. One thread.
final class Connection implements AutoCloseable {

    private static final long RETRY_MS = 10;

    private final SocketChannel channel;
    private final Selector selector;
    private final SelectionKey key;
    private final LineReader lines;

    private Connection(SocketChannel channel, Selector selector, SelectionKey key) {
        this.channel = channel;
        this.selector = selector;
        this.key = key;
        this.lines = new LineReader(channel, JsonLines.MAX_BYTES);
    }

    /// A full queue of waiting connections is tried again until the deadline.
    static Connection open(Path socket, long deadlineNanos) throws IOException {
        while (true) {
            try {
                return open(socket);
            } catch (IOException e) {
                boolean isBusy = String.valueOf(e.getMessage()).contains("temporarily unavailable");
                if (!isBusy || leftMs(deadlineNanos) <= RETRY_MS) {
                    throw e;
                }
                try (Selector pause = Selector.open()) {
                    pause.select(RETRY_MS);
                }
            }
        }
    }

    private static Connection open(Path socket) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(UnixDomainSocketAddress.of(socket));
            channel.configureBlocking(false);
            Selector selector = Selector.open();
            return new Connection(channel, selector, channel.register(selector, SelectionKey.OP_READ));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /// @throws SidecarException where the deadline passes
    void send(String line, long deadlineNanos) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        while (true) {
            channel.write(bytes);
            if (!bytes.hasRemaining()) {
                key.interestOps(SelectionKey.OP_READ);
                return;
            }
            key.interestOps(SelectionKey.OP_WRITE);
            await(deadlineNanos);
        }
    }

    /// @throws SidecarException where the deadline passes
    String receive(long deadlineNanos) throws IOException {
        while (true) {
            Optional<String> line = lines.take();
            if (line.isPresent()) {
                return line.get();
            }
            int read = lines.fill();
            if (read < 0) {
                throw new IOException("the sidecar closed the connection");
            }
            if (read == 0) {
                await(deadlineNanos);
            }
        }
    }

    private void await(long deadlineNanos) throws IOException {
        long leftMs = leftMs(deadlineNanos);
        if (leftMs <= 0) {
            throw new SidecarException(Kind.TIMED_OUT, "no answer from the sidecar in time");
        }
        selector.select(leftMs);
        selector.selectedKeys().clear();
        if (Thread.currentThread().isInterrupted()) {
            throw new SidecarException(Kind.TIMED_OUT, "interrupted while waiting for the sidecar");
        }
    }

    private static long leftMs(long deadlineNanos) {
        return TimeUnit.NANOSECONDS.toMillis(deadlineNanos - System.nanoTime() + 999_999);
    }

    @Override
    public void close() throws IOException {
        try (channel;
                selector) {
            key.cancel();
        }
    }
}
