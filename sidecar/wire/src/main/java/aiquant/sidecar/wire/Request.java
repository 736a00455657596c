package aiquant.sidecar.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;

/// One question to the sidecar.
///
/// @param id repeated in the answer, whatever it is
public record Request(JsonNode id, String method, Params params) {

    public static Request of(long id, String method, ObjectNode params) {
        return new Request(LongNode.valueOf(id), method, new Params(params));
    }

    /// @throws Refused if the line is no request; it carries the answer's id, 0 where the line has none to repeat
    public static Request read(String line) throws Refused {
        ObjectNode object;
        try {
            object = JsonLines.read(line);
        } catch (WireFormatException e) {
            throw new Refused(IntNode.valueOf(0), String.valueOf(e.getMessage()));
        }
        JsonNode id = Objects.requireNonNullElse(object.get("id"), IntNode.valueOf(0));
        JsonNode method = object.path("method");
        if (!method.isTextual()) {
            throw new Refused(id, "method must be text");
        }
        JsonNode params = Objects.requireNonNullElse(object.get("params"), MissingNode.getInstance());
        try {
            return new Request(id, method.textValue(), new Params(params));
        } catch (WireFormatException e) {
            throw new Refused(id, String.valueOf(e.getMessage()));
        }
    }

    public String toLine() {
        ObjectNode object = JsonLines.object();
        object.set("id", id);
        object.put("method", method);
        object.set("params", params.object().isObject() ? params.object() : NullNode.getInstance());
        return JsonLines.write(object);
    }

    /// A line that is no request.
    public static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient JsonNode id;

        Refused(JsonNode id, String reason) {
            super(reason);
            this.id = id;
        }

        public JsonNode id() {
            return id;
        }
    }
}
