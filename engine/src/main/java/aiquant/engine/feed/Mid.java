package aiquant.engine.feed;

import aiquant.money.Price;

/// The middle price of a symbol at one moment.
public record Mid(Price price, Stamp stamp) {

    public Mid {
        if (price.value().signum() <= 0) {
            throw new IllegalArgumentException("a middle price must be positive: " + price);
        }
    }
}
