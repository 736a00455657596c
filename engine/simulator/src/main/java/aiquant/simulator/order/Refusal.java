package aiquant.simulator.order;

import java.math.BigDecimal;
import java.util.Optional;

/// Why an order was not taken: the exchange's text, and the status it leaves in histories if it leaves one.
public record Refusal(String text, Optional<OrderStatus> status) {

    public static final Refusal INVALID_PRICE = of("Order has invalid price.");
    public static final Refusal INVALID_SIZE = of("Order has invalid size.");
    public static final Refusal ZERO_SIZE = of("Order has zero size.");
    public static final Refusal HALTED = of("Trading is halted.");
    public static final Refusal TOO_LARGE = of("Order value exceeds the maximum for this asset.");
    public static final Refusal DUPLICATE_CLOID = of("Duplicate client order id.");
    public static final Refusal TPSL_NOT_REDUCING = of("TP/SL orders must be reduce-only and of the opposite side.");
    public static final Refusal EMPTY_BATCH = of("Empty batch of orders.");
    public static final Refusal NOT_MODIFIABLE = of("Cannot modify canceled or filled order");
    public static final Refusal MUST_REST = of("Modified order must be able to rest.");

    public static final Refusal TICK = of("Price must be divisible by tick size.", OrderStatus.TICK_REJECTED);
    public static final Refusal MINIMUM =
            of("Order must have minimum value of $10.", OrderStatus.MIN_TRADE_NTL_REJECTED);
    public static final Refusal MARGIN = of("Insufficient margin to place order.", OrderStatus.PERP_MARGIN_REJECTED);
    public static final Refusal REDUCE_ONLY =
            of("Reduce only order would increase position.", OrderStatus.REDUCE_ONLY_REJECTED);
    public static final Refusal NO_MATCH =
            of("Order could not immediately match against any resting orders.", OrderStatus.IOC_CANCEL_REJECTED);
    public static final Refusal BAD_TRIGGER = of("Invalid TP/SL price.", OrderStatus.BAD_TRIGGER_PX_REJECTED);
    public static final Refusal NO_LIQUIDITY =
            of("No liquidity available for market order.", OrderStatus.MARKET_ORDER_NO_LIQUIDITY_REJECTED);
    public static final Refusal INCREASE_AT_CAP = of(
            "Order would increase open interest while open interest is capped",
            OrderStatus.POSITION_INCREASE_AT_OPEN_INTEREST_CAP_REJECTED);
    public static final Refusal FLIP_AT_CAP =
            of(INCREASE_AT_CAP.text, OrderStatus.POSITION_FLIP_AT_OPEN_INTEREST_CAP_REJECTED);
    public static final Refusal AGGRESSIVE_AT_CAP = of(
            "Order rejected due to price more aggressive than oracle while at open interest cap",
            OrderStatus.TOO_AGGRESSIVE_AT_OPEN_INTEREST_CAP_REJECTED);
    public static final Refusal OPEN_INTEREST_TOO_FAST =
            of("Order would increase open interest too quickly", OrderStatus.OPEN_INTEREST_INCREASE_REJECTED);
    public static final Refusal ORACLE = of("Order price too far from oracle", OrderStatus.ORACLE_REJECTED);
    public static final Refusal MAX_POSITION = of(
            "Order would cause position to exceed margin tier limit at current leverage",
            OrderStatus.PERP_MAX_POSITION_REJECTED);
    public static final Refusal TOO_MANY_ORDERS =
            of("Too many open orders.", OrderStatus.TOO_MANY_OPEN_ORDERS_REJECTED);

    public static Refusal crosses(String bid, String ask) {
        return of(
                "Post only order would have immediately matched, bbo was " + bid + "@" + ask + ".",
                OrderStatus.BAD_ALO_PX_REJECTED);
    }

    public static Refusal distance(BigDecimal share) {
        return of("Order price cannot be more than "
                + share.movePointRight(2).stripTrailingZeros().toPlainString() + "% away from the reference price");
    }

    private static Refusal of(String text) {
        return new Refusal(text, Optional.empty());
    }

    private static Refusal of(String text, OrderStatus status) {
        return new Refusal(text, Optional.of(status));
    }
}
