package aiquant.exchange;

import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/// What became of one request by REST.
sealed interface HttpResult {

    /// The whole answer arrived.
    record Answer(int status, byte[] body, OptionalLong retryAfterMs) implements HttpResult {
        private static final int MOST_SHOWN = 200;

        /// The beginning of the body, for people.
        String shown() {
            String text = new String(body, StandardCharsets.UTF_8).strip();
            return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "…";
        }
    }

    /// No connection came about: not a byte of the request has left.
    record NotSent(String reason) implements HttpResult {}

    /// The request may have arrived; its answer did not, or not whole.
    record Broken(String reason) implements HttpResult {}
}
