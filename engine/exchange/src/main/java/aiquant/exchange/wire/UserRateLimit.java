package aiquant.exchange.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;

/// How many actions an address has used and may use, counted over its life.
public record UserRateLimit(BigDecimal cumVlm, long used, long cap, Optional<Long> surplus, Extra extra)
        implements Wire {

    static UserRateLimit read(Value value) {
        Fields fields = value.fields();
        return new UserRateLimit(
                fields.decimal("cumVlm"),
                fields.integer("nRequestsUsed"),
                fields.integer("nRequestsCap"),
                fields.optional("nRequestsSurplus", Value::integer),
                fields.extra());
    }

    @Override
    public JsonNode toJson() {
        return new Tree()
                .put("cumVlm", cumVlm)
                .put("nRequestsUsed", used)
                .put("nRequestsCap", cap)
                .put("nRequestsSurplus", surplus)
                .with(extra);
    }
}
