package aiquant.sidecar.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;

/// The answer to one request.
public sealed interface Reply {

    JsonNode id();

    record Result(JsonNode id, JsonNode result) implements Reply {}

    record Failure(JsonNode id, String error) implements Reply {}

    /// @throws WireFormatException if the line is no answer
    static Reply read(String line) {
        ObjectNode object = JsonLines.read(line);
        JsonNode id = Objects.requireNonNullElse(object.get("id"), NullNode.getInstance());
        JsonNode ok = object.path("ok");
        if (!ok.isBoolean()) {
            throw new WireFormatException("ok must be true or false");
        }
        return ok.booleanValue()
                ? new Result(id, Objects.requireNonNullElse(object.get("result"), NullNode.getInstance()))
                : new Failure(id, object.path("error").asText());
    }

    default String toLine() {
        ObjectNode object = JsonLines.object();
        object.set("id", id());
        switch (this) {
            case Result done -> {
                object.put("ok", true);
                object.set("result", done.result());
            }
            case Failure failed -> {
                object.put("ok", false);
                object.put("error", failed.error());
            }
        }
        return JsonLines.write(object);
    }
}
