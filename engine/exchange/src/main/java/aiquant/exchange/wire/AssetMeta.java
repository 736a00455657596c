package aiquant.exchange.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/// One perpetual of the universe; its place in the list is its asset id.
public record AssetMeta(
        String name,
        int szDecimals,
        int maxLeverage,
        Optional<Integer> marginTableId,
        Optional<Boolean> onlyIsolated,
        Optional<String> marginMode,
        Optional<Boolean> delisted,
        Optional<String> growthMode,
        Extra extra)
        implements Wire {

    static AssetMeta read(Value value) {
        Fields fields = value.fields();
        return new AssetMeta(
                fields.text("name"),
                fields.count("szDecimals"),
                fields.count("maxLeverage"),
                fields.optional("marginTableId", Value::count),
                fields.optional("onlyIsolated", Value::flag),
                fields.optional("marginMode", Value::text),
                fields.optional("isDelisted", Value::flag),
                fields.optional("growthMode", Value::text),
                fields.extra());
    }

    public boolean isDelisted() {
        return delisted.orElse(false);
    }

    /// Whether cross margin is refused; said by a flag in older answers and by the margin mode in newer ones.
    public boolean isOnlyIsolated() {
        return onlyIsolated.orElse(false) || marginMode.isPresent();
    }

    @Override
    public JsonNode toJson() {
        return new Tree()
                .put("name", name)
                .put("szDecimals", szDecimals)
                .put("maxLeverage", maxLeverage)
                .put("marginTableId", marginTableId)
                .put("onlyIsolated", onlyIsolated)
                .put("marginMode", marginMode)
                .put("isDelisted", delisted)
                .put("growthMode", growthMode)
                .with(extra);
    }
}
