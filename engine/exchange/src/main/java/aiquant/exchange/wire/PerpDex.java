package aiquant.exchange.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// A dex run by a builder; its place in the list is its index.
public record PerpDex(
        String name,
        String fullName,
        String deployer,
        Optional<String> oracleUpdater,
        Optional<String> feeRecipient,
        List<Cap> openInterestCaps,
        Extra extra)
        implements Wire {

    /// The largest open interest of one asset, in USD.
    public record Cap(String coin, BigDecimal ntl) implements Wire {

        static Cap read(Value value) {
            List<Value> pair = value.tuple(2);
            return new Cap(pair.get(0).text(), pair.get(1).decimal());
        }

        @Override
        public JsonNode toJson() {
            return Tree.list(coin, ntl);
        }
    }

    static PerpDex read(Value value) {
        Fields fields = value.fields();
        return new PerpDex(
                fields.text("name"),
                fields.text("fullName"),
                fields.text("deployer"),
                fields.optional("oracleUpdater", Value::text),
                fields.optional("feeRecipient", Value::text),
                fields.list("assetToStreamingOiCap", Cap::read),
                fields.extra());
    }

    @Override
    public JsonNode toJson() {
        return new Tree()
                .put("name", name)
                .put("fullName", fullName)
                .put("deployer", deployer)
                .put("oracleUpdater", oracleUpdater)
                .put("feeRecipient", feeRecipient)
                .put("assetToStreamingOiCap", openInterestCaps)
                .with(extra);
    }
}
