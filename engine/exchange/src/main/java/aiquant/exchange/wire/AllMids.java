package aiquant.exchange.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;

/// The middle price of every coin, spot and outcome markets included.
public record AllMids(Map<String, BigDecimal> mids, Extra extra) implements Payload {

    static AllMids read(Value value) {
        Fields fields = value.fields();
        return new AllMids(fields.required("mids").map(Value::decimal), fields.extra());
    }

    @Override
    public JsonNode toJson() {
        return new Tree().put("mids", mids).with(extra);
    }
}
