package aiquant.engine.order;

import aiquant.engine.portfolio.Portfolio;
import aiquant.exchange.Precision;
import aiquant.kernel.decision.Intent;
import aiquant.money.Price;
import aiquant.money.Quantity;
import java.math.BigDecimal;
import java.util.Optional;

/// Turns an intent into an exact order: one of the two places where decided doubles become booked decimals.
public final class OrderSizer {

    private OrderSizer() {}

    /// A close takes the exact quantity held; everything else what was decided, in whole lots toward zero.
    ///
    /// @param steps of the instrument; empty where any size can be traded
    /// @return empty where less than one lot was decided
    /// @throws IllegalArgumentException if a close finds nothing to close
    public static Optional<Order> toOrder(
            Intent intent,
            String clientOrderId,
            String origin,
            long timeMs,
            Portfolio portfolio,
            Optional<Precision> steps) {
        boolean isReducing = switch (intent) {
            case Intent.Open _, Intent.Add _ -> false;
            case Intent.Reduce _, Intent.Close _ -> true;
        };
        Optional<Quantity> quantity = switch (intent) {
            case Intent.Close close ->
                Optional.of(portfolio.quantity(close.symbol()).abs());
            case Intent.Open _, Intent.Add _, Intent.Reduce _ -> inLots(BigDecimal.valueOf(intent.size()), steps);
        };
        return quantity.map(size -> new Order(
                clientOrderId,
                intent,
                intent.isLong() != isReducing,
                size,
                new Price(BigDecimal.valueOf(intent.price())),
                isReducing,
                origin,
                timeMs));
    }

    private static Optional<Quantity> inLots(BigDecimal size, Optional<Precision> steps) {
        return steps.isPresent() ? steps.get().floorSize(size).map(Quantity::new) : Optional.of(new Quantity(size));
    }
}
