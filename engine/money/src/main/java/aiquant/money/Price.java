package aiquant.money;

import java.math.BigDecimal;

/// An exact price in dollars per unit, never negative.
public record Price(BigDecimal value) implements Comparable<Price> {

    public Price {
        value = Decimals.normal(value);
        if (value.signum() < 0) {
            throw new IllegalArgumentException("price must not be negative: " + value.toPlainString());
        }
    }

    /// @throws NumberFormatException if the text is no decimal number
    public static Price of(String text) {
        return new Price(new BigDecimal(text));
    }

    /// What `quantity` costs at this price, exactly.
    public Usd times(Quantity quantity) {
        return new Usd(value.multiply(quantity.value()));
    }

    /// For decisions and for drawing; never for booking.
    public double toDouble() {
        return value.doubleValue();
    }

    @Override
    public int compareTo(Price other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toPlainString();
    }
}
