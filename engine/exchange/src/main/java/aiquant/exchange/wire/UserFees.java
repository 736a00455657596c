package aiquant.exchange.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;

/// What an account pays for trading now, tiers and discounts already taken off.
///
/// @param userCrossRate of the taker, as a fraction
/// @param userAddRate of the maker, as a fraction
public record UserFees(
        BigDecimal userCrossRate,
        BigDecimal userAddRate,
        Optional<BigDecimal> userSpotCrossRate,
        Optional<BigDecimal> userSpotAddRate,
        Extra extra)
        implements Wire {

    static UserFees read(Value value) {
        Fields fields = value.fields();
        return new UserFees(
                fields.decimal("userCrossRate"),
                fields.decimal("userAddRate"),
                fields.optional("userSpotCrossRate", Value::decimal),
                fields.optional("userSpotAddRate", Value::decimal),
                fields.extra());
    }

    @Override
    public JsonNode toJson() {
        return new Tree()
                .put("userCrossRate", userCrossRate)
                .put("userAddRate", userAddRate)
                .put("userSpotCrossRate", userSpotCrossRate)
                .put("userSpotAddRate", userSpotAddRate)
                .with(extra);
    }
}
