package aiquant.exchange.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;

/// How a coin is margined.
///
/// @param type `cross` or `isolated`
/// @param rawUsd the margin account of an isolated position; negative where it borrowed to buy
public record Leverage(String type, int value, Optional<BigDecimal> rawUsd, Extra extra) implements Wire {

    static Leverage read(Value value) {
        Fields fields = value.fields();
        return new Leverage(
                fields.text("type"), fields.count("value"), fields.optional("rawUsd", Value::decimal), fields.extra());
    }

    /// Inside a position, where an isolated one must say its margin.
    static Leverage readOfPosition(Value value) {
        Leverage leverage = read(value);
        if (leverage.isIsolated() && leverage.rawUsd.isEmpty()) {
            throw value.missing("rawUsd");
        }
        return leverage;
    }

    public boolean isIsolated() {
        return type.equals("isolated");
    }

    @Override
    public JsonNode toJson() {
        return new Tree()
                .put("type", type)
                .put("value", value)
                .put("rawUsd", rawUsd)
                .with(extra);
    }
}
