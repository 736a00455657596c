package aiquant.engine.order;

import aiquant.kernel.decision.Intent;
import aiquant.kernel.market.Symbol;
import aiquant.money.Price;
import aiquant.money.Quantity;

/// What is sent to a venue: an intent in exact numbers, under an identity of its own.
///
/// @param clientOrderId derived from the event that caused it, so that a restart repeats it
/// @param isBuy         the side of the order, not of the position
/// @param reference     the price it was decided at
/// @param reduceOnly    may only shrink a position
/// @param origin        `strategy` or `operator`
/// @param timeMs        market time of the decision
public record Order(
        String clientOrderId,
        Intent intent,
        boolean isBuy,
        Quantity quantity,
        Price reference,
        boolean reduceOnly,
        String origin,
        long timeMs) {

    public Order {
        if (quantity.signum() <= 0) {
            throw new IllegalArgumentException("an order needs a positive quantity: " + quantity);
        }
    }

    public Symbol symbol() {
        return intent.symbol();
    }
}
