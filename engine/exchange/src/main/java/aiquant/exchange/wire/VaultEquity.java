package aiquant.exchange.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;

/// What an account holds in one vault.
public record VaultEquity(String vaultAddress, BigDecimal equity, Optional<Long> lockedUntilMs, Extra extra)
        implements Wire {

    static VaultEquity read(Value value) {
        Fields fields = value.fields();
        return new VaultEquity(
                fields.text("vaultAddress"),
                fields.decimal("equity"),
                fields.optional("lockedUntilTimestamp", Value::integer),
                fields.extra());
    }

    @Override
    public JsonNode toJson() {
        return new Tree()
                .put("vaultAddress", vaultAddress)
                .put("equity", equity)
                .put("lockedUntilTimestamp", lockedUntilMs)
                .with(extra);
    }
}
