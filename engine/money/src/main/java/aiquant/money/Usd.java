package aiquant.money;

import java.math.BigDecimal;

/// An exact amount of dollars (USDC), of any sign. Equal amounts are equal whatever their scale.
public record Usd(BigDecimal value) implements Comparable<Usd> {

    public static final Usd ZERO = new Usd(BigDecimal.ZERO);

    public Usd {
        value = Decimals.normal(value);
    }

    /// @throws NumberFormatException if the text is no decimal number
    public static Usd of(String text) {
        return new Usd(new BigDecimal(text));
    }

    public Usd plus(Usd other) {
        return new Usd(value.add(other.value));
    }

    public Usd minus(Usd other) {
        return new Usd(value.subtract(other.value));
    }

    public Usd negated() {
        return new Usd(value.negate());
    }

    public int signum() {
        return value.signum();
    }

    /// For decisions and for drawing; never for booking.
    public double toDouble() {
        return value.doubleValue();
    }

    @Override
    public int compareTo(Usd other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toPlainString();
    }
}
