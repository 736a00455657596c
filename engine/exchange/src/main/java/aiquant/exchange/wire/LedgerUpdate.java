package aiquant.exchange.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// Money that came, went or was lost otherwise than by trading and funding.
public record LedgerUpdate(long timeMs, String hash, Delta delta, Extra extra) implements Wire {

    /// What happened. Kinds differ in their fields and new kinds appear, so most fields may be absent.
    ///
    /// @param type `deposit`, `withdraw`, `accountClassTransfer`, `send`, `liquidation` …
    public record Delta(
            String type,
            Optional<BigDecimal> usdc,
            Optional<BigDecimal> amount,
            Optional<String> token,
            Optional<BigDecimal> usdcValue,
            Optional<BigDecimal> fee,
            Optional<String> user,
            Optional<String> destination,
            Optional<Boolean> toPerp,
            Optional<BigDecimal> accountValue,
            Optional<String> leverageType,
            Optional<List<Liquidated>> liquidatedPositions,
            Extra extra)
            implements Wire {

        static Delta read(Value value) {
            Fields fields = value.fields();
            String type = fields.text("type");
            boolean isLiquidation = type.equals("liquidation");
            return new Delta(
                    type,
                    fields.optional("usdc", Value::decimal),
                    fields.optional("amount", Value::decimal),
                    fields.optional("token", Value::text),
                    fields.optional("usdcValue", Value::decimal),
                    fields.optional("fee", Value::decimal),
                    fields.optional("user", Value::text),
                    fields.optional("destination", Value::text),
                    fields.optional("toPerp", Value::flag),
                    fields.optionalUnless(isLiquidation, "accountValue", Value::decimal),
                    fields.optionalUnless(isLiquidation, "leverageType", Value::text),
                    fields.optionalUnless(
                            isLiquidation, "liquidatedPositions", positions -> positions.list(Liquidated::read)),
                    fields.extra());
        }

        @Override
        public JsonNode toJson() {
            return new Tree()
                    .put("type", type)
                    .put("usdc", usdc)
                    .put("amount", amount)
                    .put("token", token)
                    .put("usdcValue", usdcValue)
                    .put("fee", fee)
                    .put("user", user)
                    .put("destination", destination)
                    .put("toPerp", toPerp)
                    .put("accountValue", accountValue)
                    .put("leverageType", leverageType)
                    .put("liquidatedPositions", liquidatedPositions)
                    .with(extra);
        }
    }

    /// A position that was taken, with its signed size.
    public record Liquidated(String coin, BigDecimal szi, Extra extra) implements Wire {

        static Liquidated read(Value value) {
            Fields fields = value.fields();
            return new Liquidated(fields.text("coin"), fields.decimal("szi"), fields.extra());
        }

        @Override
        public JsonNode toJson() {
            return new Tree().put("coin", coin).put("szi", szi).with(extra);
        }
    }

    static LedgerUpdate read(Value value) {
        Fields fields = value.fields();
        return new LedgerUpdate(
                fields.integer("time"), fields.text("hash"), Delta.read(fields.required("delta")), fields.extra());
    }

    @Override
    public JsonNode toJson() {
        return new Tree()
                .put("time", timeMs)
                .put("hash", hash)
                .put("delta", delta)
                .with(extra);
    }
}
