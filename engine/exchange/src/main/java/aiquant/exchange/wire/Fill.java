package aiquant.exchange.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;

/// One execution of an order.
///
/// @param startPosition signed size before it
/// @param dir text for people; new ones appear without notice
/// @param closedPnl gross of fees, of the part that closed a position
/// @param crossed whether the order took
/// @param fee a cost where positive, a rebate where negative, builder's fee included, in `feeToken`
/// @param tid empty only in answers of 2023, as the fee's token
public record Fill(
        String coin,
        BigDecimal px,
        BigDecimal sz,
        Side side,
        long timeMs,
        BigDecimal startPosition,
        String dir,
        BigDecimal closedPnl,
        String hash,
        long oid,
        boolean crossed,
        BigDecimal fee,
        Optional<String> feeToken,
        Optional<Long> tid,
        Optional<String> cloid,
        Optional<BigDecimal> builderFee,
        Optional<Long> twapId,
        Optional<Liquidation> liquidation,
        Extra extra)
        implements Wire {

    /// What tells one fill from every other; a trade id alone does not.
    public record Key(String coin, long timeMs, long tid, long oid) {}

    /// The liquidation that this fill was part of, perhaps of somebody else's account.
    public record Liquidation(Optional<String> liquidatedUser, BigDecimal markPx, String method, Extra extra)
            implements Wire {

        static Liquidation read(Value value) {
            Fields fields = value.fields();
            return new Liquidation(
                    fields.optional("liquidatedUser", Value::text),
                    fields.decimal("markPx"),
                    fields.text("method"),
                    fields.extra());
        }

        @Override
        public JsonNode toJson() {
            return new Tree()
                    .put("liquidatedUser", liquidatedUser)
                    .put("markPx", markPx)
                    .put("method", method)
                    .with(extra);
        }
    }

    static Fill read(Value value) {
        Fields fields = value.fields();
        long timeMs = fields.integer("time");
        boolean isNewForm = !Era.isOld(timeMs);
        return new Fill(
                fields.text("coin"),
                fields.decimal("px"),
                fields.decimal("sz"),
                fields.side("side"),
                timeMs,
                fields.decimal("startPosition"),
                fields.text("dir"),
                fields.decimal("closedPnl"),
                fields.text("hash"),
                fields.unsigned("oid"),
                fields.flag("crossed"),
                fields.decimal("fee"),
                fields.optionalUnless(isNewForm, "feeToken", Value::text),
                fields.optionalUnless(isNewForm, "tid", Value::integer),
                fields.optional("cloid", Value::text),
                fields.optional("builderFee", Value::decimal),
                fields.optional("twapId", Value::integer),
                fields.optional("liquidation", Liquidation::read),
                fields.extra());
    }

    public Key key() {
        return new Key(coin, timeMs, tid.orElse(0L), oid);
    }

    @Override
    public JsonNode toJson() {
        return new Tree()
                .put("coin", coin)
                .put("px", px)
                .put("sz", sz)
                .put("side", side)
                .put("time", timeMs)
                .put("startPosition", startPosition)
                .put("dir", dir)
                .put("closedPnl", closedPnl)
                .put("hash", hash)
                .unsigned("oid", oid)
                .put("crossed", crossed)
                .put("fee", fee)
                .put("feeToken", feeToken)
                .put("tid", tid)
                .put("cloid", cloid)
                .put("builderFee", builderFee)
                .put("twapId", twapId)
                .put("liquidation", liquidation)
                .with(extra);
    }
}
