package aiquant.exchange;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Function;

/// A REST server on this machine whose answers a test writes.
final class HttpVenue implements AutoCloseable {
    private final HttpServer server;
    private final List<String> asked = new ArrayList<>();
    private Function<String, Reply> replies = body -> new Reply(200, "{}");

    /// @param retryAfter empty for none
    record Reply(int status, String body, String retryAfter) {
        Reply(int status, String body) {
            this(status, body, "");
        }
    }

    HttpVenue() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    Endpoints endpoints() {
        String host = "127.0.0.1:" + server.getAddress().getPort();
        return Endpoints.of("http://" + host, "ws://" + host + "/ws", Network.TESTNET);
    }

    synchronized void reply(Function<String, Reply> function) {
        replies = function;
    }

    /// These answers in turn, the last again and again.
    void replyInTurn(Reply... all) {
        int[] next = {0};
        reply(body -> all[Math.min(next[0]++, all.length - 1)]);
    }

    synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Reply reply;
        synchronized (this) {
            asked.add(exchange.getRequestURI() + " " + body);
            reply = replies.apply(body);
        }
        if (!reply.retryAfter.isEmpty()) {
            exchange.getResponseHeaders().add("Retry-After", reply.retryAfter);
        }
        byte[] bytes = reply.body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
