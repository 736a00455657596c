package aiquant.exchange.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// Something that happened to an account; one of the parts is there, the others are not.
///
/// There is no snapshot, and the account is not named. An event of an unknown kind has no part at all.
public record UserEvent(
        Optional<List<Fill>> fills,
        Optional<Funding> funding,
        Optional<Liquidation> liquidation,
        Optional<List<NonUserCancel>> nonUserCancel,
        Optional<List<TwapSliceFill>> twapSliceFills,
        Extra extra)
        implements Payload {

    /// An account was liquidated.
    public record Liquidation(
            long lid,
            String liquidator,
            String liquidatedUser,
            BigDecimal liquidatedNtlPos,
            BigDecimal liquidatedAccountValue,
            Extra extra)
            implements Wire {

        static Liquidation read(Value value) {
            Fields fields = value.fields();
            return new Liquidation(
                    fields.integer("lid"),
                    fields.text("liquidator"),
                    fields.text("liquidated_user"),
                    fields.decimal("liquidated_ntl_pos"),
                    fields.decimal("liquidated_account_value"),
                    fields.extra());
        }

        @Override
        public JsonNode toJson() {
            return new Tree()
                    .put("lid", lid)
                    .put("liquidator", liquidator)
                    .put("liquidated_user", liquidatedUser)
                    .put("liquidated_ntl_pos", liquidatedNtlPos)
                    .put("liquidated_account_value", liquidatedAccountValue)
                    .with(extra);
        }
    }

    /// An order that the exchange canceled by itself.
    public record NonUserCancel(String coin, long oid, Extra extra) implements Wire {

        static NonUserCancel read(Value value) {
            Fields fields = value.fields();
            return new NonUserCancel(fields.text("coin"), fields.unsigned("oid"), fields.extra());
        }

        @Override
        public JsonNode toJson() {
            return new Tree().put("coin", coin).unsigned("oid", oid).with(extra);
        }
    }

    static UserEvent read(Value value) {
        Fields fields = value.fields();
        if (value.node().isEmpty()) {
            throw value.wrong("fills, funding, liquidation, nonUserCancel, twapHistory or twapSliceFills");
        }
        return new UserEvent(
                fields.optional("fills", fills -> fills.list(Fill::read)),
                fields.optional("funding", Funding::read),
                fields.optional("liquidation", Liquidation::read),
                fields.optional("nonUserCancel", cancels -> cancels.list(NonUserCancel::read)),
                fields.optional("twapSliceFills", fills -> fills.list(TwapSliceFill::read)),
                fields.extra());
    }

    @Override
    public JsonNode toJson() {
        return new Tree()
                .put("fills", fills)
                .put("funding", funding)
                .put("liquidation", liquidation)
                .put("nonUserCancel", nonUserCancel)
                .put("twapSliceFills", twapSliceFills)
                .with(extra);
    }
}
