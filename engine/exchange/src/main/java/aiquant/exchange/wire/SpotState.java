package aiquant.exchange.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// The spot balances of an account; coins without a balance are left out.
///
/// @param balances empty optional only where escrows are named instead
public record SpotState(Optional<List<Balance>> balances, Extra extra) implements Wire {

    /// What is held of one coin, of which `hold` is bound.
    public record Balance(
            String coin, Optional<Long> token, BigDecimal total, BigDecimal hold, BigDecimal entryNtl, Extra extra)
            implements Wire {

        static Balance read(Value value) {
            Fields fields = value.fields();
            String coin = fields.text("coin");
            boolean isOutcome = coin.startsWith("+");
            return new Balance(
                    coin,
                    fields.optionalUnless(!isOutcome, "token", Value::integer),
                    fields.decimal("total"),
                    fields.decimal("hold"),
                    fields.decimal("entryNtl"),
                    fields.extra());
        }

        public BigDecimal available() {
            return total.subtract(hold);
        }

        @Override
        public JsonNode toJson() {
            return new Tree()
                    .put("coin", coin)
                    .put("token", token)
                    .put("total", total)
                    .put("hold", hold)
                    .put("entryNtl", entryNtl)
                    .with(extra);
        }
    }

    static SpotState read(Value value) {
        Fields fields = value.fields();
        boolean hasBalances = !fields.has("evmEscrows");
        return new SpotState(
                fields.optionalUnless(hasBalances, "balances", all -> all.list(Balance::read)), fields.extra());
    }

    @Override
    public JsonNode toJson() {
        return new Tree().put("balances", balances).with(extra);
    }
}
