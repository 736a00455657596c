package aiquant.exchange.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/// The exchange's clock, and what it has to say about its own health.
public record ExchangeStatus(long timeMs, Optional<JsonNode> specialStatuses, Extra extra) implements Wire {

    static ExchangeStatus read(Value value) {
        Fields fields = value.fields();
        return new ExchangeStatus(
                fields.integer("time"), fields.optional("specialStatuses", Value::node), fields.extra());
    }

    @Override
    public JsonNode toJson() {
        return new Tree()
                .put("time", timeMs)
                .put("specialStatuses", specialStatuses)
                .with(extra);
    }
}
