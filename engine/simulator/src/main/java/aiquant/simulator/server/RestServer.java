package aiquant.simulator.server;

import aiquant.simulator.server.Fault.Effect;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/// `POST /info`, `/exchange` and `/simulator` on loopback. A request waits on a thread of its own.
final class RestServer implements AutoCloseable {
    private static final int MOST_BYTES = 1 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    /// Carries one request out on the venue's thread.
    interface Handler {
        /// @throws BadRequest      if it has the wrong shape
        /// @throws TooManyRequests if the budget is used up
        JsonNode answer(JsonNode request);
    }

    /// Status and text; status 0 cuts the connection.
    private record Reply(int status, String type, String text) {
        static final Reply CUT = new Reply(0, "", "");

        static Reply text(int status, String text) {
            return new Reply(status, "text/plain", text);
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Function<String, Optional<Fault>> faults;

    /// @param faults the fault that strikes a request, by its place such as `info:meta`
    RestServer(int port, Handler info, Handler exchange, Handler control, Function<String, Optional<Fault>> faults)
            throws IOException {
        this.faults = faults;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/info", http -> serve(http, "info", info));
        server.createContext("/exchange", http -> serve(http, "action", exchange));
        server.createContext("/simulator", http -> serve(http, "", control));
        server.setExecutor(threads);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void serve(HttpExchange http, String kind, Handler handler) throws IOException {
        try (http) {
            Reply reply = reply(http, kind, handler);
            if (reply.status() == 0) {
                return;
            }
            byte[] bytes = reply.text().getBytes(StandardCharsets.UTF_8);
            http.getResponseHeaders().set("Content-Type", reply.type());
            http.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) {
                http.getResponseBody().write(bytes);
            }
        }
    }

    private Reply reply(HttpExchange http, String kind, Handler handler) throws IOException {
        if (!http.getRequestMethod().equals("POST")) {
            return Reply.text(405, "Method Not Allowed");
        }
        byte[] body = body(http);
        if (body.length > MOST_BYTES) {
            return Reply.text(413, "Payload Too Large");
        }
        JsonNode request;
        try {
            request = JSON.readTree(body);
        } catch (JsonProcessingException _) {
            return Reply.text(422, BadRequest.TEXT);
        }
        String type = (kind.equals("action") ? request.path("action") : request)
                .path("type")
                .asText("");
        Optional<Fault> fault = kind.isEmpty() ? Optional.empty() : faults.apply(kind + ':' + type);
        return fault.isPresent() ? disturbed(fault.get(), handler, request) : answer(handler, request);
    }

    private static byte[] body(HttpExchange http) throws IOException {
        try (InputStream in = http.getRequestBody()) {
            return in.readNBytes(MOST_BYTES + 1);
        }
    }

    private static Reply answer(Handler handler, JsonNode request) {
        try {
            return new Reply(200, "application/json", handler.answer(request).toString());
        } catch (BadRequest e) {
            return Reply.text(422, e.text());
        } catch (TooManyRequests _) {
            return Reply.text(429, TooManyRequests.TEXT);
        }
    }

    private static Reply disturbed(Fault fault, Handler handler, JsonNode request) {
        if (fault.effect() == Effect.DELAY && !fault.isAfter()) {
            pause(fault.ms());
        }
        boolean isLost =
                fault.effect() == Effect.DROP || fault.effect() == Effect.DISCONNECT || fault.effect() == Effect.STATUS;
        Reply reply = isLost && !fault.isAfter() ? Reply.CUT : answer(handler, request);
        return switch (fault.effect()) {
            case DROP, DISCONNECT -> Reply.CUT;
            case STATUS -> Reply.text(fault.code() == 0 ? 502 : fault.code(), "simulated fault");
            case DELAY, SILENCE, HALF_OPEN -> {
                if (fault.isAfter() || fault.effect() != Effect.DELAY) {
                    pause(fault.ms());
                }
                yield fault.effect() == Effect.DELAY ? reply : Reply.CUT;
            }
            case TRUNCATE ->
                new Reply(
                        reply.status(),
                        reply.type(),
                        reply.text().substring(0, reply.text().length() / 2));
            case ALTER ->
                new Reply(reply.status(), reply.type(), "#" + reply.text().substring(1));
            case DUPLICATE, REORDER -> throw new IllegalStateException("requests come one by one: " + fault);
        };
    }

    private static void pause(long ms) {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
