package aiquant.exchange.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;

/// A public trade. The same trade comes again after each resubscription: (time, coin, tid) names it.
///
/// @param side the aggressor's
/// @param users buyer and seller
public record Trade(
        String coin,
        Side side,
        BigDecimal px,
        BigDecimal sz,
        long timeMs,
        String hash,
        long tid,
        List<String> users,
        Extra extra)
        implements Wire {

    static Trade read(Value value) {
        Fields fields = value.fields();
        return new Trade(
                fields.text("coin"),
                fields.side("side"),
                fields.decimal("px"),
                fields.decimal("sz"),
                fields.integer("time"),
                fields.text("hash"),
                fields.integer("tid"),
                fields.list("users", Value::text),
                fields.extra());
    }

    @Override
    public JsonNode toJson() {
        return new Tree()
                .put("coin", coin)
                .put("side", side)
                .put("px", px)
                .put("sz", sz)
                .put("time", timeMs)
                .put("hash", hash)
                .put("tid", tid)
                .put("users", users)
                .with(extra);
    }
}
