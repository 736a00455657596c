package aiquant.exchange.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// An order in full: open orders, order status and history.
///
/// @param sz what remains of it; zero for a stop bound to the position
/// @param oid unsigned 64 bits
/// @param triggerCondition `N/A` or text for people
public record FrontendOrder(
        String coin,
        Side side,
        BigDecimal limitPx,
        BigDecimal sz,
        long oid,
        long timestampMs,
        BigDecimal origSz,
        boolean reduceOnly,
        boolean isTrigger,
        BigDecimal triggerPx,
        String triggerCondition,
        boolean isPositionTpsl,
        String orderType,
        Optional<String> tif,
        Optional<String> cloid,
        List<FrontendOrder> children,
        Extra extra)
        implements Wire {

    static FrontendOrder read(Value value) {
        Fields fields = value.fields();
        return new FrontendOrder(
                fields.text("coin"),
                fields.side("side"),
                fields.decimal("limitPx"),
                fields.decimal("sz"),
                fields.unsigned("oid"),
                fields.integer("timestamp"),
                fields.decimal("origSz"),
                fields.flag("reduceOnly"),
                fields.flag("isTrigger"),
                fields.decimal("triggerPx"),
                fields.text("triggerCondition"),
                fields.flag("isPositionTpsl"),
                fields.text("orderType"),
                fields.optional("tif", Value::text),
                fields.optional("cloid", Value::text),
                fields.list("children", FrontendOrder::read),
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
                .put("reduceOnly", reduceOnly)
                .put("isTrigger", isTrigger)
                .put("triggerPx", triggerPx)
                .put("triggerCondition", triggerCondition)
                .put("isPositionTpsl", isPositionTpsl)
                .put("orderType", orderType)
                .put("tif", tif)
                .put("cloid", cloid)
                .put("children", children)
                .with(extra);
    }
}
