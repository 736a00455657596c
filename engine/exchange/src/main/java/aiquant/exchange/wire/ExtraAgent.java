package aiquant.exchange.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/// A named key that may act for an account until a moment.
public record ExtraAgent(String name, String address, Optional<Long> validUntilMs, Extra extra) implements Wire {

    static ExtraAgent read(Value value) {
        Fields fields = value.fields();
        return new ExtraAgent(
                fields.text("name"),
                fields.text("address"),
                fields.optional("validUntil", Value::integer),
                fields.extra());
    }

    @Override
    public JsonNode toJson() {
        return new Tree()
                .put("name", name)
                .put("address", address)
                .put("validUntil", validUntilMs)
                .with(extra);
    }
}
