package aiquant.exchange.wire;

import com.fasterxml.jackson.databind.JsonNode;

/// One change of one order. A partial fill stays `open` with a smaller size.
public record OrderUpdate(OpenOrder order, String status, long statusTimestampMs, Extra extra) implements Wire {

    static OrderUpdate read(Value value) {
        Fields fields = value.fields();
        return new OrderUpdate(
                OpenOrder.readOfUpdate(fields.required("order")),
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
