package aiquant.exchange.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;

/// What an account may trade of one coin now, and its leverage there even without a position.
///
/// @param maxTradeSzs buy and sell, in units of the coin
/// @param availableToTrade buy and sell, in USD
public record ActiveAssetData(
        String user,
        String coin,
        Leverage leverage,
        List<BigDecimal> maxTradeSzs,
        List<BigDecimal> availableToTrade,
        BigDecimal markPx,
        Extra extra)
        implements Payload {

    static ActiveAssetData read(Value value) {
        Fields fields = value.fields();
        return new ActiveAssetData(
                fields.text("user"),
                fields.text("coin"),
                Leverage.read(fields.required("leverage")),
                pair(fields.required("maxTradeSzs")),
                pair(fields.required("availableToTrade")),
                fields.decimal("markPx"),
                fields.extra());
    }

    private static List<BigDecimal> pair(Value value) {
        value.tuple(2);
        return value.list(Value::decimal);
    }

    @Override
    public JsonNode toJson() {
        return new Tree()
                .put("user", user)
                .put("coin", coin)
                .put("leverage", leverage)
                .put("maxTradeSzs", maxTradeSzs)
                .put("availableToTrade", availableToTrade)
                .put("markPx", markPx)
                .with(extra);
    }
}
