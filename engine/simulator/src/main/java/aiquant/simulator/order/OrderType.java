package aiquant.simulator.order;

import java.math.BigDecimal;

/// A limit order, or one that sleeps until the mark reaches a price.
public sealed interface OrderType {

    record Limit(TimeInForce timeInForce) implements OrderType {}

    /// @param isMarket on firing take what the limit price allows and cancel the rest; otherwise become a limit order
    record Trigger(boolean isMarket, BigDecimal triggerPrice, TriggerKind kind) implements OrderType {}
}
