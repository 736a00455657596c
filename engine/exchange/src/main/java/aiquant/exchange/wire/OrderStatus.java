package aiquant.exchange.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/// The answer to the question for one order.
///
/// @param status `order` where it is known, else `unknownOid`, which is no proof that it does not exist
public record OrderStatus(String status, Optional<OrderRecord> order, Extra extra) implements Wire {

    static OrderStatus read(Value value) {
        Fields fields = value.fields();
        String status = fields.text("status");
        return new OrderStatus(
                status, fields.optionalUnless(status.equals("order"), "order", OrderRecord::read), fields.extra());
    }

    @Override
    public JsonNode toJson() {
        return new Tree().put("status", status).put("order", order).with(extra);
    }
}
