package aiquant.exchange.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// An account on one perpetual dex: positions, value and margin. Only coins with a position are listed.
///
/// The optional parts are missing in answers of 2023 only; a newer one without them is refused.
public record ClearinghouseState(
        List<PositionState> positions,
        Optional<MarginSummary> marginSummary,
        MarginSummary crossMarginSummary,
        Optional<BigDecimal> crossMaintenanceMarginUsed,
        BigDecimal withdrawable,
        Optional<Long> timeMs,
        Extra extra)
        implements Wire {

    static ClearinghouseState read(Value value) {
        Fields fields = value.fields();
        boolean isOldForm =
                fields.has("time") ? Era.isOld(fields.integer("time")) : !fields.has("crossMaintenanceMarginUsed");
        return new ClearinghouseState(
                fields.list("assetPositions", position -> PositionState.read(position, isOldForm)),
                fields.optionalUnless(!isOldForm, "marginSummary", MarginSummary::read),
                MarginSummary.read(fields.required("crossMarginSummary")),
                fields.optionalUnless(!isOldForm, "crossMaintenanceMarginUsed", Value::decimal),
                fields.decimal("withdrawable"),
                fields.optionalUnless(!isOldForm, "time", Value::integer),
                fields.extra());
    }

    @Override
    public JsonNode toJson() {
        return new Tree()
                .put("assetPositions", positions)
                .put("marginSummary", marginSummary)
                .put("crossMarginSummary", crossMarginSummary)
                .put("crossMaintenanceMarginUsed", crossMaintenanceMarginUsed)
                .put("withdrawable", withdrawable)
                .put("time", timeMs)
                .with(extra);
    }
}
