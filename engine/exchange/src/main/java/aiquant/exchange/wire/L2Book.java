package aiquant.exchange.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// The book of one coin, best price first on both sides; aggregation may hide the true touch.
public record L2Book(
        String coin,
        long timeMs,
        List<Level> bids,
        List<Level> asks,
        Optional<BigDecimal> spread,
        Optional<Boolean> fast,
        Extra extra)
        implements Payload {

    static L2Book read(Value value) {
        Fields fields = value.fields();
        List<Value> levels = fields.required("levels").tuple(2);
        return new L2Book(
                fields.text("coin"),
                fields.integer("time"),
                levels.get(0).list(Level::read),
                levels.get(1).list(Level::read),
                fields.optional("spread", Value::decimal),
                fields.optional("fast", Value::flag),
                fields.extra());
    }

    @Override
    public JsonNode toJson() {
        return new Tree()
                .put("coin", coin)
                .put("time", timeMs)
                .put("levels", Tree.list(bids, asks))
                .put("spread", spread)
                .put("fast", fast)
                .with(extra);
    }
}
