package aiquant.simulator.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.handshake.ServerHandshake;

/// Talks to a simulator with nothing but HTTP and a socket.
final class Client implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Simulator simulator;
    private final List<Socket> sockets = new ArrayList<>();

    Client(Simulator simulator) {
        this.simulator = simulator;
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(simulator.restUri().resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    JsonNode info(String body) throws IOException, InterruptedException {
        return JSON.readTree(post("/info", body).body());
    }

    JsonNode exchange(String body) throws IOException, InterruptedException {
        return JSON.readTree(post("/exchange", body).body());
    }

    Socket socket() throws InterruptedException {
        Socket socket = new Socket(simulator.socketUri());
        socket.connectBlocking();
        sockets.add(socket);
        return socket;
    }

    @Override
    public void close() {
        sockets.forEach(WebSocketClient::close);
        http.close();
    }

    /// What came from the server waits here in order.
    static final class Socket extends WebSocketClient {
        private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
        private final BlockingQueue<Integer> closed = new LinkedBlockingQueue<>();

        Socket(URI uri) {
            super(uri);
        }

        void subscribe(String subscription) {
            send("{\"method\":\"subscribe\",\"subscription\":" + subscription + "}");
        }

        /// The next frame.
        JsonNode next() throws IOException, InterruptedException {
            String text = frames.poll(10, TimeUnit.SECONDS);
            if (text == null) {
                throw new IllegalStateException("nothing came within ten seconds");
            }
            return JSON.readTree(text);
        }

        /// The next frame's text, whatever it is.
        String nextText() throws InterruptedException {
            return String.valueOf(frames.poll(10, TimeUnit.SECONDS));
        }

        /// The next frame of a channel; others are skipped.
        JsonNode next(String channel) throws IOException, InterruptedException {
            while (true) {
                JsonNode frame = next();
                if (frame.path("channel").asText().equals(channel)) {
                    return frame.path("data");
                }
            }
        }

        /// What has come before the answer to a ping.
        List<String> untilPong() throws InterruptedException {
            send("{\"method\":\"ping\"}");
            List<String> before = new ArrayList<>();
            while (true) {
                String text = nextText();
                if (text.equals("null") || text.contains("pong")) {
                    return before;
                }
                before.add(text);
            }
        }

        int closeCode() throws InterruptedException {
            Integer code = closed.poll(10, TimeUnit.SECONDS);
            return code == null ? -1 : code;
        }

        @Override
        public void onOpen(ServerHandshake handshake) {}

        @Override
        public void onMessage(String text) {
            frames.add(text);
        }

        @Override
        public void onClose(int code, String reason, boolean isRemote) {
            closed.add(code);
        }

        @Override
        public void onError(Exception failure) {
            frames.add(String.valueOf(failure));
        }
    }
}
