package aiquant.sidecar;

import aiquant.sidecar.store.StoreException;
import aiquant.sidecar.wire.LineReader;
import aiquant.sidecar.wire.Reply;
import aiquant.sidecar.wire.Request;
import aiquant.sidecar.wire.WireFormatException;
import com.fasterxml.jackson.databind.node.IntNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import jdk.net.ExtendedSocketOptions;

/// Answers clients on a Unix socket: one JSON object a line, answers in the order of the requests.
///
/// Each connection has a virtual thread of its own, so one that is slow, silent or waiting holds up nobody else. A
/// client that does not take an answer in time is cut off. Only processes of the same user get in.
final class SidecarServer implements AutoCloseable {

    private static final int MAX_CLIENTS = 128;

    /// The thread that reads prices writes to each of them.
    private static final int MAX_WATCHERS = 16;

    private static final int MAX_REQUEST_BYTES = 256 * 1_024;
    private static final long WRITE_LIMIT_MS = 20_000;

    private final SocketFolder place;
    private final ServerSocketChannel server;
    private final Methods methods;
    private final InstantSource clock;

    /// The open connections, and since when each is being written to.
    private final Map<SocketChannel, Optional<Long>> clients = new ConcurrentHashMap<>();

    private final AtomicInteger watchers = new AtomicInteger();

    private final Thread acceptor = Thread.ofPlatform().name("sidecar-socket").unstarted(this::accept);

    private SidecarServer(SocketFolder place, ServerSocketChannel server, Methods methods, InstantSource clock) {
        this.place = place;
        this.server = server;
        this.methods = methods;
        this.clock = clock;
    }

    /// @param place taken before; the caller gives it back after the server is closed
    static SidecarServer start(SocketFolder place, Methods methods, InstantSource clock) throws IOException {
        SidecarServer server = new SidecarServer(place, place.listen(), methods, clock);
        server.acceptor.start();
        return server;
    }

    private void accept() {
        while (server.isOpen()) {
            try {
                SocketChannel client = server.accept();
                if (isAllowed(client)) {
                    clients.put(client, Optional.empty());
                    Thread.ofVirtual().name("sidecar-client").start(() -> serve(client));
                } else {
                    client.close();
                }
            } catch (IOException e) {
                // Closed, or a client that went away while it was let in.
            }
        }
    }

    private boolean isAllowed(SocketChannel client) throws IOException {
        if (!client.getOption(ExtendedSocketOptions.SO_PEERCRED).user().equals(place.owner())) {
            return false;
        }
        if (clients.size() < MAX_CLIENTS) {
            return true;
        }
        client.configureBlocking(false);
        client.write(bytes(new Reply.Failure(IntNode.valueOf(0), "too many clients")));
        return false;
    }

    private void serve(SocketChannel client) {
        try (client) {
            answerAll(client);
        } catch (IOException e) {
            // The client is gone.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            clients.remove(client);
        }
    }

    private void answerAll(SocketChannel client) throws IOException, InterruptedException {
        LineReader lines = new LineReader(client, MAX_REQUEST_BYTES);
        try {
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                Request request;
                try {
                    request = Request.read(line.get());
                } catch (Request.Refused e) {
                    send(client, new Reply.Failure(e.id(), String.valueOf(e.getMessage())));
                    continue;
                }
                if (request.method().equals(Methods.WATCH)) {
                    watch(client, request);
                    return;
                }
                send(client, answer(request));
            }
        } catch (WireFormatException e) {
            send(client, new Reply.Failure(IntNode.valueOf(0), String.valueOf(e.getMessage())));
        }
    }

    /// From here on the connection is used for this alone.
    private void watch(SocketChannel client, Request request) throws IOException, InterruptedException {
        try {
            if (watchers.incrementAndGet() > MAX_WATCHERS) {
                throw new WireFormatException("prices are watched by " + MAX_WATCHERS + " clients already");
            }
            methods.watch(client, request).run();
        } catch (WireFormatException e) {
            send(client, new Reply.Failure(request.id(), String.valueOf(e.getMessage())));
        } finally {
            watchers.decrementAndGet();
        }
    }

    private Reply answer(Request request) throws InterruptedException {
        try {
            return new Reply.Result(request.id(), methods.call(request.method(), request.params()));
        } catch (WireFormatException | StoreException e) {
            return new Reply.Failure(request.id(), String.valueOf(e.getMessage()));
        }
    }

    private void send(SocketChannel client, Reply reply) throws IOException {
        clients.replace(client, Optional.of(clock.millis()));
        ByteBuffer bytes = bytes(reply);
        while (bytes.hasRemaining()) {
            client.write(bytes);
        }
        clients.replace(client, Optional.empty());
    }

    private static ByteBuffer bytes(Reply reply) {
        return ByteBuffer.wrap((reply.toLine() + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /// Cuts off those who do not take their answers. To be called by a timer.
    void cutOffTheStuck() {
        long nowMs = clock.millis();
        clients.forEach((client, writingSince) -> {
            if (writingSince.isPresent() && nowMs - writingSince.get() > WRITE_LIMIT_MS) {
                close(client);
            }
        });
    }

    private static void close(AutoCloseable channel) {
        try {
            channel.close();
        } catch (Exception e) {
            // Nothing is left to be done with it.
        }
    }

    @Override
    public void close() {
        close(server);
        try {
            acceptor.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // Only now nobody is let in any more, who would go on talking to a sidecar that is closed.
        clients.keySet().forEach(SidecarServer::close);
    }
}
