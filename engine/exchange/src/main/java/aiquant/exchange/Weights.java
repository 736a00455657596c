package aiquant.exchange;

import aiquant.exchange.wire.InfoShape;
import java.util.Map;
import java.util.Set;

/// What requests weigh at the exchange.
public final class Weights {
    private static final int ORDINARY = 20;
    private static final int ACTION_ELEMENTS = 40;
    private static final int BARS = 60;
    private static final int ROWS = 20;

    private static final Map<String, Integer> FIXED = Map.of(
            "l2Book", 2,
            "allMids", 2,
            "clearinghouseState", 2,
            "orderStatus", 2,
            "spotClearinghouseState", 2,
            "exchangeStatus", 2,
            "userRole", 60);

    private static final Set<String> BY_ROWS = Set.of(
            "recentTrades",
            "historicalOrders",
            "userFills",
            "userFillsByTime",
            "fundingHistory",
            "userFunding",
            "userNonFundingLedgerUpdates",
            "twapHistory",
            "userTwapSliceFills");

    private Weights() {}

    /// Of an action with so many elements: orders, cancels, modifications.
    public static int action(int elements) {
        return 1 + elements / ACTION_ELEMENTS;
    }

    /// Of a question that was answered with so many items; those without items weigh the same with any number.
    public static int info(InfoShape<?> shape, int items) {
        String type = shape.type();
        int base = FIXED.getOrDefault(type, ORDINARY);
        if (BY_ROWS.contains(type)) {
            return base + Math.ceilDiv(items, ROWS);
        }
        return type.equals("candleSnapshot") ? base + Math.ceilDiv(items, BARS) : base;
    }
}
