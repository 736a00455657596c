package aiquant.exchange.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// The state of one market now; middle, premium and impact prices are empty where its book is.
///
/// @param funding running estimate of the next hourly rate
/// @param openInterest in units of the coin
/// @param impactPxs bid and ask
public record AssetCtx(
        Optional<BigDecimal> funding,
        Optional<BigDecimal> openInterest,
        BigDecimal prevDayPx,
        BigDecimal dayNtlVlm,
        Optional<BigDecimal> dayBaseVlm,
        Optional<BigDecimal> oraclePx,
        BigDecimal markPx,
        Optional<BigDecimal> midPx,
        Optional<BigDecimal> premium,
        Optional<List<BigDecimal>> impactPxs,
        Extra extra)
        implements Wire {

    /// Of a perpetual.
    static AssetCtx read(Value value) {
        return read(value, true, true);
    }

    /// Of a perpetual in an answer of 2023, which did not count the volume in coins.
    static AssetCtx readOldForm(Value value) {
        return read(value, true, false);
    }

    /// Of a spot market, which has no funding, oracle or open interest.
    static AssetCtx readSpot(Value value) {
        return read(value, false, false);
    }

    private static AssetCtx read(Value value, boolean isPerp, boolean hasBaseVolume) {
        Fields fields = value.fields();
        return new AssetCtx(
                fields.optionalUnless(isPerp, "funding", Value::decimal),
                fields.optionalUnless(isPerp, "openInterest", Value::decimal),
                fields.decimal("prevDayPx"),
                fields.decimal("dayNtlVlm"),
                fields.optionalUnless(hasBaseVolume, "dayBaseVlm", Value::decimal),
                fields.optionalUnless(isPerp, "oraclePx", Value::decimal),
                fields.decimal("markPx"),
                fields.optional("midPx", Value::decimal),
                fields.optional("premium", Value::decimal),
                fields.optional("impactPxs", pair -> {
                    pair.tuple(2);
                    return pair.list(Value::decimal);
                }),
                fields.extra());
    }

    @Override
    public JsonNode toJson() {
        return new Tree()
                .put("funding", funding)
                .put("openInterest", openInterest)
                .put("prevDayPx", prevDayPx)
                .put("dayNtlVlm", dayNtlVlm)
                .put("dayBaseVlm", dayBaseVlm)
                .put("oraclePx", oraclePx)
                .put("markPx", markPx)
                .put("midPx", midPx)
                .put("premium", premium)
                .put("impactPxs", impactPxs)
                .with(extra);
    }
}
