package aiquant.exchange.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;

/// The prices of one coin that changed.
public record FastCtx(Optional<BigDecimal> markPx, Optional<BigDecimal> midPx, Extra extra) implements Wire {

    static FastCtx read(Value value) {
        Fields fields = value.fields();
        return new FastCtx(
                fields.optional("markPx", Value::decimal), fields.optional("midPx", Value::decimal), fields.extra());
    }

    @Override
    public JsonNode toJson() {
        return new Tree().put("markPx", markPx).put("midPx", midPx).with(extra);
    }
}
