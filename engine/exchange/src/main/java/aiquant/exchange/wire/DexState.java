package aiquant.exchange.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// What an account should know about one dex.
public record DexState(BigDecimal totalVaultEquity, Optional<List<String>> perpsAtOpenInterestCap, Extra extra)
        implements Wire {

    static DexState read(Value value) {
        Fields fields = value.fields();
        return new DexState(
                fields.decimal("totalVaultEquity"),
                fields.optional("perpsAtOpenInterestCap", coins -> coins.list(Value::text)),
                fields.extra());
    }

    @Override
    public JsonNode toJson() {
        return new Tree()
                .put("totalVaultEquity", totalVaultEquity)
                .put("perpsAtOpenInterestCap", perpsAtOpenInterestCap)
                .with(extra);
    }
}
