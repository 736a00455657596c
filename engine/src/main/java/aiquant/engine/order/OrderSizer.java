package aiquant.engine.order;

import aiquant.engine.portfolio.Portfolio;
import aiquant.kernel.decision.Intent;
import aiquant.money.Price;
import aiquant.money.Quantity;
import java.math.BigDecimal;

/// Turns an intent into an exact order: one of the two places where decided doubles become booked decimals.
public final class OrderSizer {

    private OrderSizer() {}

    /// A close takes the exact quantity held; everything else what was decided.
    ///
    /// @throws IllegalArgumentException if a close finds nothing to close
    public static Order toOrder(Intent intent, String clientOrderId, String origin, long timeMs, Portfolio portfolio) {
        boolean isReducing = switch (intent) {
            case Intent.Open _, Intent.Add _ -> false;
            case Intent.Reduce _, Intent.Close _ -> true;
        };
        Quantity quantity = switch (intent) {
            case Intent.Close close -> portfolio.quantity(close.symbol()).abs();
            case Intent.Open _, Intent.Add _, Intent.Reduce _ -> new Quantity(BigDecimal.valueOf(intent.size()));
        };
        return new Order(
                clientOrderId,
                intent,
                intent.isLong() != isReducing,
                quantity,
                new Price(BigDecimal.valueOf(intent.price())),
                isReducing,
                origin,
                timeMs);
    }
}
