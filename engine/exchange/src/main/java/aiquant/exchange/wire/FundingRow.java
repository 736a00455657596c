package aiquant.exchange.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;

/// The funding rate of one coin for one hour, a little after the hour.
public record FundingRow(String coin, BigDecimal fundingRate, Optional<BigDecimal> premium, long timeMs, Extra extra)
        implements Wire {

    static FundingRow read(Value value) {
        Fields fields = value.fields();
        return new FundingRow(
                fields.text("coin"),
                fields.decimal("fundingRate"),
                fields.optional("premium", Value::decimal),
                fields.integer("time"),
                fields.extra());
    }

    @Override
    public JsonNode toJson() {
        return new Tree()
                .put("coin", coin)
                .put("fundingRate", fundingRate)
                .put("premium", premium)
                .put("time", timeMs)
                .with(extra);
    }
}
