package aiquant.exchange.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/// What keeps the connection going, and what this program does not know.
public sealed interface ControlPayload extends Payload {

    /// A subscription was taken, or given up; it is echoed with defaults filled in.
    record Subscribed(String method, Subscription subscription, Extra extra) implements ControlPayload {

        static Subscribed read(Value value) {
            Fields fields = value.fields();
            return new Subscribed(
                    fields.text("method"), Subscription.read(fields.required("subscription")), fields.extra());
        }

        @Override
        public JsonNode toJson() {
            return new Tree()
                    .put("method", method)
                    .put("subscription", subscription)
                    .with(extra);
        }
    }

    /// The answer to a ping.
    record Pong() implements ControlPayload {

        @Override
        public JsonNode toJson() {
            return Tree.node(Optional.empty());
        }
    }

    /// Something sent on this connection was refused; which one, only the text tells.
    record ErrorText(String text) implements ControlPayload {
        private static final String DUPLICATE = "Already subscribed: ";

        static ErrorText read(Value value) {
            return new ErrorText(value.text());
        }

        /// The subscription that was asked for twice, which is no failure: it is there.
        public Optional<Subscription> duplicate() {
            return text.startsWith(DUPLICATE)
                    ? Subscription.find(text.substring(DUPLICATE.length()))
                    : Optional.empty();
        }

        @Override
        public JsonNode toJson() {
            return Tree.node(text);
        }
    }

    /// A channel this program does not know, or does not use.
    record Untyped(JsonNode data) implements ControlPayload {

        @Override
        public JsonNode toJson() {
            return data.deepCopy();
        }
    }

    /// Plain text, with which an old server greeted. It means nothing.
    record Greeting(String text) implements ControlPayload {

        @Override
        public JsonNode toJson() {
            return Tree.node(text);
        }
    }
}
