package aiquant.exchange.wire;

import com.fasterxml.jackson.databind.JsonNode;

/// The answer to a request that was posted over the socket.
///
/// @param id that of the request, unsigned
public record PostReply(long id, Answer answer, Extra extra) implements Payload {

    /// What was answered.
    public sealed interface Answer {}

    /// To a question.
    public record Info(String type, JsonNode data) implements Answer {

        /// @throws WireException where the answer is not of this shape
        public <T> T as(InfoShape<T> shape) {
            return shape.read(data);
        }
    }

    /// To an action, refused or not.
    public record Action(ActionReply reply) implements Answer {}

    /// The request failed on its way; the text resembles a status of HTTP.
    public record Failed(String text) implements Answer {}

    static PostReply read(Value value) {
        Fields outer = value.fields();
        long id = outer.unsigned("id");
        Fields response = outer.inside("response");
        Value type = response.required("type");
        Answer answer = switch (type.text()) {
            case "info" -> {
                Fields payload = response.inside("payload");
                yield info(payload.text("type"), payload.required("data"));
            }
            case "action" -> new Action(ActionReply.read(response.required("payload")));
            case "error" -> new Failed(response.text("payload"));
            default -> throw type.wrong("\"info\", \"action\" or \"error\"");
        };
        return new PostReply(id, answer, outer.extra());
    }

    /// An answer of a known kind is checked here, where an error can name its place.
    private static Info info(String type, Value data) {
        InfoShape.named(type).ifPresent(shape -> shape.read(data));
        return new Info(type, data.node());
    }

    @Override
    public JsonNode toJson() {
        Tree response = switch (answer) {
            case Info info ->
                new Tree()
                        .put("type", "info")
                        .put(
                                "payload",
                                new Tree()
                                        .put("type", info.type)
                                        .put("data", info.data)
                                        .done());
            case Action action -> new Tree().put("type", "action").put("payload", action.reply);
            case Failed failed -> new Tree().put("type", "error").put("payload", failed.text);
        };
        return new Tree().unsigned("id", id).put("response", response.done()).with(extra);
    }
}
