package aiquant.exchange;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Posts JSON and says what became of it, within limits of time and size. It never sends anything twice.
final class HttpPoster implements AutoCloseable {
    private final HttpSettings settings;
    private volatile HttpClient client;

    HttpPoster(HttpSettings settings) {
        this.settings = settings;
        this.client = newClient();
    }

    HttpResult post(URI address, byte[] json) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json))
                .build();
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), settings.mostBytes()));
        try {
            HttpResponse<byte[]> response = answer.get(settings.requestMs(), TimeUnit.MILLISECONDS);
            return new HttpResult.Answer(response.statusCode(), response.body(), retryAfterMs(response));
        } catch (TimeoutException _) {
            answer.cancel(true);
            return new HttpResult.Broken("no whole answer within " + settings.requestMs() + " ms");
        } catch (InterruptedException _) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return new HttpResult.Broken("interrupted while waiting for the answer");
        } catch (ExecutionException e) {
            return failure(e.getCause() == null ? e : e.getCause());
        }
    }

    /// Forgets all open connections: the next request opens a new one.
    void refresh() {
        HttpClient old = client;
        client = newClient();
        old.shutdown();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private HttpClient newClient() {
        return HttpClient.newBuilder()
                // One request a connection at a time: what breaks concerns one request only.
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofMillis(settings.connectMs()))
                .build();
    }

    private static HttpResult failure(Throwable cause) {
        boolean neverConnected = cause instanceof ConnectException
                || cause instanceof HttpConnectTimeoutException
                || cause instanceof UnresolvedAddressException;
        if (neverConnected) {
            return new HttpResult.NotSent("no connection: " + reason(cause));
        }
        if (cause instanceof IOException) {
            return new HttpResult.Broken("connection failed: " + reason(cause));
        }
        throw new IllegalStateException("cannot post", cause);
    }

    private static String reason(Throwable cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    private static OptionalLong retryAfterMs(HttpResponse<?> response) {
        String value = response.headers().firstValue("Retry-After").orElse("");
        boolean isSeconds =
                !value.isEmpty() && value.length() < 6 && value.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        return isSeconds ? OptionalLong.of(Long.parseLong(value) * 1000) : OptionalLong.empty();
    }
}
