package aiquant.exchange.wire;

import com.fasterxml.jackson.databind.JsonNode;

/// An order with its last status.
public record OrderRecord(FrontendOrder order, String status, long statusTimestampMs, Extra extra) implements Wire {

    static OrderRecord read(Value value) {
        Fields fields = value.fields();
        return new OrderRecord(
                FrontendOrder.read(fields.required("order")),
                fields.text("status"),
                fields.integer("statusTimestamp"),
                fields.extra());
    }

    public OrderPhase phase() {
        return OrderPhase.of(status);
    }

    @Override
    public JsonNode toJson() {
        return new Tree()
                .put("order", order)
                .put("status", status)
                .put("statusTimestamp", statusTimestampMs)
                .with(extra);
    }
}
