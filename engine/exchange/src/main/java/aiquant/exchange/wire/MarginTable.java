package aiquant.exchange.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;

/// The largest leverage by position value.
public record MarginTable(String description, List<Tier> tiers, Extra extra) implements Wire {

    /// @param lowerBound position value in USD from which this leverage holds
    public record Tier(BigDecimal lowerBound, int maxLeverage, Extra extra) implements Wire {

        static Tier read(Value value) {
            Fields fields = value.fields();
            return new Tier(fields.decimal("lowerBound"), fields.count("maxLeverage"), fields.extra());
        }

        @Override
        public JsonNode toJson() {
            return new Tree()
                    .put("lowerBound", lowerBound)
                    .put("maxLeverage", maxLeverage)
                    .with(extra);
        }
    }

    static MarginTable read(Value value) {
        Fields fields = value.fields();
        return new MarginTable(fields.text("description"), fields.list("marginTiers", Tier::read), fields.extra());
    }

    @Override
    public JsonNode toJson() {
        return new Tree()
                .put("description", description)
                .put("marginTiers", tiers)
                .with(extra);
    }
}
