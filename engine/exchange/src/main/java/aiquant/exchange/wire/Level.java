package aiquant.exchange.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/// One price of the book: how much is offered there and by how many orders.
public record Level(BigDecimal px, BigDecimal sz, int orders, Extra extra) implements Wire {

    static Level read(Value value) {
        Fields fields = value.fields();
        return new Level(fields.decimal("px"), fields.decimal("sz"), fields.count("n"), fields.extra());
    }

    @Override
    public JsonNode toJson() {
        return new Tree().put("px", px).put("sz", sz).put("n", orders).with(extra);
    }
}
