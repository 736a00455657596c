package aiquant.exchange.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;

/// The position of one coin as the exchange holds it.
///
/// @param type `oneWay`: there is one position a coin
/// @param szi signed size, long is positive
/// @param maxLeverage empty, as the funding sums, in answers of 2023
/// @param extra also of the object around the position
public record PositionState(
        String type,
        String coin,
        BigDecimal szi,
        Optional<BigDecimal> entryPx,
        BigDecimal positionValue,
        BigDecimal unrealizedPnl,
        BigDecimal returnOnEquity,
        Optional<BigDecimal> liquidationPx,
        BigDecimal marginUsed,
        Optional<Integer> maxLeverage,
        Leverage leverage,
        Optional<FundingSums> cumFunding,
        Extra extra)
        implements Wire {

    /// Funding since three moments, positive as read by public front ends where the account paid.
    public record FundingSums(BigDecimal allTime, BigDecimal sinceOpen, BigDecimal sinceChange, Extra extra)
            implements Wire {

        static FundingSums read(Value value) {
            Fields fields = value.fields();
            return new FundingSums(
                    fields.decimal("allTime"),
                    fields.decimal("sinceOpen"),
                    fields.decimal("sinceChange"),
                    fields.extra());
        }

        @Override
        public JsonNode toJson() {
            return new Tree()
                    .put("allTime", allTime)
                    .put("sinceOpen", sinceOpen)
                    .put("sinceChange", sinceChange)
                    .with(extra);
        }
    }

    static PositionState read(Value value, boolean isOldForm) {
        Fields outer = value.fields();
        String type = outer.text("type");
        Fields fields = outer.inside("position");
        return new PositionState(
                type,
                fields.text("coin"),
                fields.decimal("szi"),
                fields.optional("entryPx", Value::decimal),
                fields.decimal("positionValue"),
                fields.decimal("unrealizedPnl"),
                fields.decimal("returnOnEquity"),
                fields.optional("liquidationPx", Value::decimal),
                fields.decimal("marginUsed"),
                fields.optionalUnless(!isOldForm, "maxLeverage", Value::count),
                Leverage.readOfPosition(fields.required("leverage")),
                fields.optionalUnless(!isOldForm, "cumFunding", FundingSums::read),
                outer.extra());
    }

    @Override
    public JsonNode toJson() {
        Tree position = new Tree()
                .put("coin", coin)
                .put("szi", szi)
                .put("entryPx", entryPx)
                .put("positionValue", positionValue)
                .put("unrealizedPnl", unrealizedPnl)
                .put("returnOnEquity", returnOnEquity)
                .put("liquidationPx", liquidationPx)
                .put("marginUsed", marginUsed)
                .put("maxLeverage", maxLeverage)
                .put("leverage", leverage)
                .put("cumFunding", cumFunding);
        return new Tree().put("type", type).put("position", position.done()).with(extra);
    }
}
