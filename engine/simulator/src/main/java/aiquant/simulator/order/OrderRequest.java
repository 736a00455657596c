package aiquant.simulator.order;

import java.math.BigDecimal;
import java.util.Optional;

/// An order as a trader sends it; nothing about it has been checked.
///
/// @param size  in coins; zero stands for the whole position in a position's trigger order
/// @param cloid the client's own id as sent
public record OrderRequest(
        String coin,
        Side side,
        BigDecimal limitPrice,
        BigDecimal size,
        boolean reduceOnly,
        OrderType type,
        Optional<String> cloid) {

    public static OrderRequest limit(String coin, Side side, BigDecimal price, BigDecimal size, TimeInForce tif) {
        return new OrderRequest(coin, side, price, size, false, new OrderType.Limit(tif), Optional.empty());
    }

    /// A reduce-only trigger order that executes at once when it fires.
    public static OrderRequest trigger(
            String coin, Side side, BigDecimal limit, BigDecimal size, BigDecimal triggerPrice, TriggerKind kind) {
        OrderType type = new OrderType.Trigger(true, triggerPrice, kind);
        return new OrderRequest(coin, side, limit, size, true, type, Optional.empty());
    }

    public OrderRequest reducing() {
        return new OrderRequest(coin, side, limitPrice, size, true, type, cloid);
    }

    public OrderRequest named(String name) {
        return new OrderRequest(coin, side, limitPrice, size, reduceOnly, type, Optional.of(name));
    }

    public boolean isTrigger() {
        return type instanceof OrderType.Trigger;
    }

    /// A limit order that is refused rather than take.
    public boolean isPostOnly() {
        return type instanceof OrderType.Limit limit && limit.timeInForce() == TimeInForce.ALO;
    }

    /// A limit order that may take at once.
    public boolean mayTake() {
        return type instanceof OrderType.Limit limit && limit.timeInForce() != TimeInForce.ALO;
    }
}
