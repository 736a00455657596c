package aiquant.exchange.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;

/// An order in short: `openOrders` answers and the order inside an update of the stream.
///
/// @param sz what remains of it
/// @param oid unsigned 64 bits
public record OpenOrder(
        String coin,
        Side side,
        BigDecimal limitPx,
        BigDecimal sz,
        long oid,
        long timestampMs,
        Optional<BigDecimal> origSz,
        Optional<String> cloid,
        Optional<Boolean> reduceOnly,
        Extra extra)
        implements Wire {

    static OpenOrder read(Value value) {
        return read(value, false);
    }

    /// Inside an update, where the original size is always said.
    static OpenOrder readOfUpdate(Value value) {
        return read(value, true);
    }

    private static OpenOrder read(Value value, boolean isUpdate) {
        Fields fields = value.fields();
        return new OpenOrder(
                fields.text("coin"),
                fields.side("side"),
                fields.decimal("limitPx"),
                fields.decimal("sz"),
                fields.unsigned("oid"),
                fields.integer("timestamp"),
                fields.optionalUnless(isUpdate, "origSz", Value::decimal),
                fields.optional("cloid", Value::text),
                fields.optional("reduceOnly", Value::flag),
                fields.extra());
    }

    @Override
    public JsonNode toJson() {
        return new Tree()
                .put("coin", coin)
                .put("side", side)
                .put("limitPx", limitPx)
                .put("sz", sz)
                .unsigned("oid", oid)
                .put("timestamp", timestampMs)
                .put("origSz", origSz)
                .put("cloid", cloid)
                .put("reduceOnly", reduceOnly)
                .with(extra);
    }
}
