package aiquant.exchange.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/// The best bid and ask of one coin; a side without orders is empty.
public record Bbo(String coin, long timeMs, Optional<Level> bid, Optional<Level> ask, Extra extra) implements Payload {

    static Bbo read(Value value) {
        Fields fields = value.fields();
        List<Value> sides = fields.required("bbo").tuple(2);
        return new Bbo(
                fields.text("coin"),
                fields.integer("time"),
                sides.get(0).nullable(Level::read),
                sides.get(1).nullable(Level::read),
                fields.extra());
    }

    @Override
    public JsonNode toJson() {
        return new Tree()
                .put("coin", coin)
                .put("time", timeMs)
                .put("bbo", Tree.list(bid, ask))
                .with(extra);
    }
}
