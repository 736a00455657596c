package aiquant.exchange.wire;

import com.fasterxml.jackson.databind.JsonNode;

/// A fill of one slice of a TWAP; such fills are in no other list.
public record TwapSliceFill(Fill fill, long twapId, Extra extra) implements Wire {

    static TwapSliceFill read(Value value) {
        Fields fields = value.fields();
        return new TwapSliceFill(Fill.read(fields.required("fill")), fields.integer("twapId"), fields.extra());
    }

    @Override
    public JsonNode toJson() {
        return new Tree().put("fill", fill).put("twapId", twapId).with(extra);
    }
}
