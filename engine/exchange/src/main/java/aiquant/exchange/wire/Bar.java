package aiquant.exchange.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/// One candle as the exchange says it; while it is open, the same open time repeats with new values.
///
/// @param closeTimeMs the last millisecond inside the candle
/// @param volume in units of the coin
public record Bar(
        long openTimeMs,
        long closeTimeMs,
        String coin,
        String interval,
        BigDecimal open,
        BigDecimal close,
        BigDecimal high,
        BigDecimal low,
        BigDecimal volume,
        long trades,
        Extra extra)
        implements Payload {

    static Bar read(Value value) {
        Fields fields = value.fields();
        return new Bar(
                fields.integer("t"),
                fields.integer("T"),
                fields.text("s"),
                fields.text("i"),
                fields.decimal("o"),
                fields.decimal("c"),
                fields.decimal("h"),
                fields.decimal("l"),
                fields.decimal("v"),
                fields.integer("n"),
                fields.extra());
    }

    @Override
    public JsonNode toJson() {
        return new Tree()
                .put("t", openTimeMs)
                .put("T", closeTimeMs)
                .put("s", coin)
                .put("i", interval)
                .put("o", open)
                .put("c", close)
                .put("h", high)
                .put("l", low)
                .put("v", volume)
                .put("n", trades)
                .with(extra);
    }
}
