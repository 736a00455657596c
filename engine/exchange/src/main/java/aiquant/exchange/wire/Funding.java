package aiquant.exchange.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;

/// One payment of funding as the streams say it.
///
/// @param usdc change of the account: negative was paid
/// @param szi signed size it was paid for
public record Funding(
        long timeMs,
        String coin,
        BigDecimal usdc,
        BigDecimal szi,
        BigDecimal fundingRate,
        Optional<Long> samples,
        Extra extra)
        implements Wire {

    /// Inside an event, which may leave out the number of samples.
    static Funding read(Value value) {
        return read(value.fields());
    }

    static Funding readOfStream(Value value) {
        Fields fields = value.fields();
        fields.nullable("nSamples", Value::integer);
        return read(fields);
    }

    private static Funding read(Fields fields) {
        return new Funding(
                fields.integer("time"),
                fields.text("coin"),
                fields.decimal("usdc"),
                fields.decimal("szi"),
                fields.decimal("fundingRate"),
                fields.optional("nSamples", Value::integer),
                fields.extra());
    }

    @Override
    public JsonNode toJson() {
        return new Tree()
                .put("time", timeMs)
                .put("coin", coin)
                .put("usdc", usdc)
                .put("szi", szi)
                .put("fundingRate", fundingRate)
                .put("nSamples", samples)
                .with(extra);
    }
}
