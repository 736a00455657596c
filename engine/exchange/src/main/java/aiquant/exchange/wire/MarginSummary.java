package aiquant.exchange.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/// An account's value and what of it is bound, in USD.
///
/// @param totalRawUsd negative for a levered long book, which is normal
public record MarginSummary(
        BigDecimal accountValue,
        BigDecimal totalNtlPos,
        BigDecimal totalRawUsd,
        BigDecimal totalMarginUsed,
        Extra extra)
        implements Wire {

    static MarginSummary read(Value value) {
        Fields fields = value.fields();
        return new MarginSummary(
                fields.decimal("accountValue"),
                fields.decimal("totalNtlPos"),
                fields.decimal("totalRawUsd"),
                fields.decimal("totalMarginUsed"),
                fields.extra());
    }

    @Override
    public JsonNode toJson() {
        return new Tree()
                .put("accountValue", accountValue)
                .put("totalNtlPos", totalNtlPos)
                .put("totalRawUsd", totalRawUsd)
                .put("totalMarginUsed", totalMarginUsed)
                .with(extra);
    }
}
