package aiquant.engine.feed;

import aiquant.money.Price;
import java.math.BigDecimal;

/// The best bid and the best ask of a symbol at one moment; never crossed.
public record Touch(Price bid, Price ask, Stamp stamp) {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    public Touch {
        if (bid.value().signum() <= 0 || ask.compareTo(bid) < 0) {
            throw new IllegalArgumentException("bid and ask must be positive and not crossed: " + bid + " / " + ask);
        }
    }

    /// The exact middle, which need not be a price the exchange takes.
    public Mid middle() {
        return new Mid(new Price(bid.value().add(ask.value()).multiply(HALF)), stamp);
    }
}
