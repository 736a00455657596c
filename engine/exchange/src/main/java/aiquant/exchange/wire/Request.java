package aiquant.exchange.wire;

import com.fasterxml.jackson.databind.JsonNode;

/// What a client says on the socket.
public sealed interface Request extends Wire {

    record Subscribe(Subscription subscription, Extra extra) implements Request {

        public Subscribe(Subscription subscription) {
            this(subscription, Extra.NONE);
        }

        @Override
        public JsonNode toJson() {
            return new Tree()
                    .put("method", "subscribe")
                    .put("subscription", subscription)
                    .with(extra);
        }
    }

    record Unsubscribe(Subscription subscription, Extra extra) implements Request {

        public Unsubscribe(Subscription subscription) {
            this(subscription, Extra.NONE);
        }

        @Override
        public JsonNode toJson() {
            return new Tree()
                    .put("method", "unsubscribe")
                    .put("subscription", subscription)
                    .with(extra);
        }
    }

    record Ping(Extra extra) implements Request {

        public Ping() {
            this(Extra.NONE);
        }

        @Override
        public JsonNode toJson() {
            return new Tree().put("method", "ping").with(extra);
        }
    }

    /// A REST request over the socket.
    ///
    /// @param type `info` or `action`
    /// @param payload the body of the REST request
    record Post(long id, String type, JsonNode payload, Extra extra) implements Request {

        public Post(long id, String type, JsonNode payload) {
            this(id, type, payload, Extra.NONE);
        }

        @Override
        public JsonNode toJson() {
            JsonNode request =
                    new Tree().put("type", type).put("payload", payload).done();
            return new Tree()
                    .put("method", "post")
                    .unsigned("id", id)
                    .put("request", request)
                    .with(extra);
        }
    }

    /// What a server makes of a message.
    /// @throws WireException where it is no request
    static Request read(JsonNode message) {
        Fields fields = Value.root(message).fields();
        Value method = fields.required("method");
        return switch (method.text()) {
            case "subscribe" -> new Subscribe(Subscription.read(fields.required("subscription")), fields.extra());
            case "unsubscribe" -> new Unsubscribe(Subscription.read(fields.required("subscription")), fields.extra());
            case "ping" -> new Ping(fields.extra());
            case "post" -> {
                long id = fields.unsigned("id");
                Fields request = fields.inside("request");
                yield new Post(
                        id, request.text("type"), request.required("payload").node(), fields.extra());
            }
            default -> throw method.wrong("subscribe, unsubscribe, ping or post");
        };
    }
}
