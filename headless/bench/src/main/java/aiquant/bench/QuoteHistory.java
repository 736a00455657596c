package aiquant.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The least of an exchange's questions and answers: its time, its markets, and candles of the last hour.
final class QuoteHistory implements AutoCloseable {

    private static final long MINUTE_MS = 60_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final List<String> names;
    private final long listedMs = System.currentTimeMillis() / MINUTE_MS * MINUTE_MS - 60 * MINUTE_MS;

    QuoteHistory(List<String> names) throws IOException {
        this.names = names;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        server.createContext("/info", http -> {
            try (http) {
                byte[] bytes = answer(JSON.readTree(http.getRequestBody())).getBytes(StandardCharsets.UTF_8);
                http.sendResponseHeaders(200, bytes.length);
                http.getResponseBody().write(bytes);
            }
        });
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private String answer(JsonNode question) {
        return switch (question.path("type").asText()) {
            case "exchangeStatus" -> "{\"time\":" + System.currentTimeMillis() + ",\"specialStatuses\":null}";
            case "meta" -> meta();
            case "candleSnapshot" -> candles(question.path("req"));
            default -> "[]";
        };
    }

    private String meta() {
        StringBuilder text = new StringBuilder("{\"universe\":[");
        for (String name : names) {
            text.append(text.charAt(text.length() - 1) == '[' ? "" : ",");
            text.append("{\"name\":\"").append(name).append("\",\"szDecimals\":2,\"maxLeverage\":20}");
        }
        return text.append("]}").toString();
    }

    private String candles(JsonNode wanted) {
        StringBuilder text = new StringBuilder("[");
        long fromMs = Math.max(listedMs, wanted.path("startTime").asLong());
        long toMs = Math.min(System.currentTimeMillis(), wanted.path("endTime").asLong());
        for (long openMs = Math.ceilDiv(fromMs, MINUTE_MS) * MINUTE_MS; openMs <= toMs; openMs += MINUTE_MS) {
            text.append(text.length() == 1 ? "" : ",")
                    .append(candle(wanted.path("coin").asText(), openMs, 1 << 24));
        }
        return text.append("]").toString();
    }

    /// @param trades tells later states of a candle from earlier ones
    static String candle(String name, long openMs, int trades) {
        return "{\"t\":" + openMs + ",\"T\":" + (openMs + MINUTE_MS - 1) + ",\"s\":\"" + name
                + "\",\"i\":\"1m\",\"o\":\"69170.0\",\"c\":\"69172.0\",\"h\":\"69174.0\",\"l\":\"69170.0\",\"v\":\"0.80052\",\"n\":"
                + trades + "}";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
