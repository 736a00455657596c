package aiquant.exchange.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/// What the exchange answered to one action.
public sealed interface ActionReply extends Wire {

    /// The whole action was refused.
    record Refused(String text, Extra extra) implements ActionReply {

        public RefusalKind kind() {
            return RefusalKind.of(text);
        }

        @Override
        public JsonNode toJson() {
            return new Tree().put("status", "err").put("response", text).with(extra);
        }
    }

    /// Taken, with nothing to say about its parts: leverage, margin, a single modify.
    record Done(String type, Extra extra) implements ActionReply {

        @Override
        public JsonNode toJson() {
            return envelope(new Tree().put("type", type), extra);
        }
    }

    /// One status for each element of the action, in its order; a refusal of all may come as one status.
    record Each(String type, List<Placement> statuses, Extra extra) implements ActionReply {

        @Override
        public JsonNode toJson() {
            JsonNode data = new Tree().put("statuses", statuses).done();
            return envelope(new Tree().put("type", type).put("data", data), extra);
        }
    }

    /// One status for an action without elements: a TWAP.
    record Single(String type, Placement status, Extra extra) implements ActionReply {

        @Override
        public JsonNode toJson() {
            JsonNode data = new Tree().put("status", status).done();
            return envelope(new Tree().put("type", type).put("data", data), extra);
        }
    }

    /// Taken, with details this program does not know.
    record Other(String type, JsonNode data, Extra extra) implements ActionReply {

        @Override
        public JsonNode toJson() {
            return envelope(new Tree().put("type", type).put("data", data), extra);
        }
    }

    /// @throws WireException where the text is no JSON or not an answer to an action
    static ActionReply read(byte[] utf8) {
        return read(Json.parse(utf8));
    }

    /// @throws WireException where the tree is not an answer to an action
    static ActionReply read(JsonNode answer) {
        return read(Value.root(answer));
    }

    static ActionReply read(Value value) {
        Fields outer = value.fields();
        Value status = outer.required("status");
        return switch (status.text()) {
            case "err" -> new Refused(outer.text("response"), outer.extra());
            case "ok" -> readTaken(outer, outer.inside("response"));
            default -> throw status.wrong("\"ok\" or \"err\"");
        };
    }

    private static ActionReply readTaken(Fields outer, Fields response) {
        String type = response.text("type");
        return switch (type) {
            case "order", "cancel" -> readEach(type, outer, response);
            case "twapOrder", "twapCancel" -> readSingle(type, outer, response);
            default -> readUnknown(type, outer, response);
        };
    }

    private static ActionReply readEach(String type, Fields outer, Fields response) {
        List<Placement> statuses = response.inside("data").list("statuses", Placement::read);
        return new Each(type, statuses, outer.extra());
    }

    private static ActionReply readSingle(String type, Fields outer, Fields response) {
        Placement status = Placement.read(response.inside("data").required("status"));
        return new Single(type, status, outer.extra());
    }

    /// A type that has nothing to say, or is new: its data tell what they are.
    private static ActionReply readUnknown(String type, Fields outer, Fields response) {
        Optional<Value> data = response.optional("data");
        if (data.isEmpty()) {
            return new Done(type, outer.extra());
        }
        if (data.get().node().has("statuses")) {
            return readEach(type, outer, response);
        }
        return data.get().node().has("status")
                ? readSingle(type, outer, response)
                : new Other(type, data.get().node(), outer.extra());
    }

    private static JsonNode envelope(Tree response, Extra extra) {
        return new Tree().put("status", "ok").put("response", response.done()).with(extra);
    }
}
