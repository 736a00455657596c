package aiquant.exchange.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// What each venue is about to charge for holding one coin; `HlPerp` is this exchange.
public record PredictedFunding(String coin, List<Venue> venues) implements Wire {

    public record Venue(String name, Optional<Rate> rate) implements Wire {

        static Venue read(Value value) {
            List<Value> pair = value.tuple(2);
            return new Venue(pair.get(0).text(), pair.get(1).nullable(Rate::read));
        }

        @Override
        public JsonNode toJson() {
            return Tree.list(name, rate);
        }
    }

    public record Rate(BigDecimal fundingRate, long nextFundingTimeMs, Optional<Long> intervalHours, Extra extra)
            implements Wire {

        static Rate read(Value value) {
            Fields fields = value.fields();
            return new Rate(
                    fields.decimal("fundingRate"),
                    fields.integer("nextFundingTime"),
                    fields.optional("fundingIntervalHours", Value::integer),
                    fields.extra());
        }

        @Override
        public JsonNode toJson() {
            return new Tree()
                    .put("fundingRate", fundingRate)
                    .put("nextFundingTime", nextFundingTimeMs)
                    .put("fundingIntervalHours", intervalHours)
                    .with(extra);
        }
    }

    static PredictedFunding read(Value value) {
        List<Value> pair = value.tuple(2);
        return new PredictedFunding(pair.get(0).text(), pair.get(1).list(Venue::read));
    }

    @Override
    public JsonNode toJson() {
        return Tree.list(coin, venues);
    }
}
