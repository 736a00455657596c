package aiquant.exchange.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// Trades as they came in one frame; the first frame of a subscription repeats about thirty recent ones.
public record Trades(List<Trade> trades) implements Payload {

    static Trades read(Value value) {
        return new Trades(value.list(Trade::read));
    }

    @Override
    public JsonNode toJson() {
        return Tree.node(trades);
    }
}
