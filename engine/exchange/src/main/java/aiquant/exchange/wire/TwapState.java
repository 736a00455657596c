package aiquant.exchange.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;

/// An order that is traded in slices over some minutes, and how far it has come.
///
/// @param sz what is to be traded in all
/// @param executedNtl in USD
public record TwapState(
        long twapId,
        String coin,
        Side side,
        BigDecimal sz,
        BigDecimal executedSz,
        BigDecimal executedNtl,
        int minutes,
        boolean reduceOnly,
        boolean randomize,
        long timestampMs,
        Extra extra)
        implements Wire {

    /// From a pair of its number and its state.
    static TwapState read(Value value) {
        List<Value> pair = value.tuple(2);
        Fields fields = pair.get(1).fields();
        return new TwapState(
                pair.get(0).integer(),
                fields.text("coin"),
                fields.side("side"),
                fields.decimal("sz"),
                fields.decimal("executedSz"),
                fields.decimal("executedNtl"),
                fields.count("minutes"),
                fields.flag("reduceOnly"),
                fields.flag("randomize"),
                fields.integer("timestamp"),
                fields.extra());
    }

    @Override
    public JsonNode toJson() {
        Tree state = new Tree()
                .put("coin", coin)
                .put("side", side)
                .put("sz", sz)
                .put("executedSz", executedSz)
                .put("executedNtl", executedNtl)
                .put("minutes", minutes)
                .put("reduceOnly", reduceOnly)
                .put("randomize", randomize)
                .put("timestamp", timestampMs);
        return Tree.list(twapId, state.with(extra));
    }
}
