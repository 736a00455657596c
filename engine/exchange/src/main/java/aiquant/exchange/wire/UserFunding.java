package aiquant.exchange.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;

/// One payment of funding as the account's history says it.
///
/// @param usdc change of the account: negative was paid
/// @param extra also of the inner object
public record UserFunding(
        long timeMs,
        String hash,
        String type,
        String coin,
        BigDecimal usdc,
        BigDecimal szi,
        BigDecimal fundingRate,
        Optional<Long> samples,
        Extra extra)
        implements Wire {

    static UserFunding read(Value value) {
        Fields outer = value.fields();
        long timeMs = outer.integer("time");
        String hash = outer.text("hash");
        Fields delta = outer.inside("delta");
        return new UserFunding(
                timeMs,
                hash,
                delta.text("type"),
                delta.text("coin"),
                delta.decimal("usdc"),
                delta.decimal("szi"),
                delta.decimal("fundingRate"),
                delta.optional("nSamples", Value::integer),
                outer.extra());
    }

    @Override
    public JsonNode toJson() {
        Tree delta = new Tree()
                .put("type", type)
                .put("coin", coin)
                .put("usdc", usdc)
                .put("szi", szi)
                .put("fundingRate", fundingRate)
                .put("nSamples", samples);
        return new Tree()
                .put("time", timeMs)
                .put("hash", hash)
                .put("delta", delta.done())
                .with(extra);
    }
}
