package aiquant.exchange.action;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/// A decimal as the venue wants it written: eight decimals at most, no exponent, no superfluous zeros.
///
/// The text is hashed, so a single zero too many makes a signature worthless. What needs more decimals is refused; to
/// round is the caller's decision, see [aiquant.exchange.Precision].
public record WireDecimal(BigDecimal value) {

    private static final int DECIMALS = 8;
    private static final BigDecimal NOISE = new BigDecimal("1e-12");

    /// @throws IllegalArgumentException if it needs more than eight decimals
    public WireDecimal {
        BigDecimal stripped = value.stripTrailingZeros();
        if (stripped.scale() > DECIMALS) {
            throw new IllegalArgumentException("more than " + DECIMALS + " decimals, round before sending: " + value);
        }
        value = stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /// @throws IllegalArgumentException if it is no decimal number or needs more than eight decimals
    public static WireDecimal of(String text) {
        return new WireDecimal(new BigDecimal(text));
    }

    /// For what was computed in binary: drops a difference below 10^-12, which is noise, and refuses everything else.
    ///
    /// @throws IllegalArgumentException if it needs more than eight decimals
    public static WireDecimal withoutNoise(BigDecimal value) {
        BigDecimal rounded = value.setScale(DECIMALS, RoundingMode.HALF_EVEN);
        boolean isNoise = rounded.subtract(value).abs().compareTo(NOISE) < 0;
        return new WireDecimal(isNoise ? rounded : value);
    }

    /// `value` in units of 10^-power: dollars to millionths with 6.
    ///
    /// @throws IllegalArgumentException if it is no whole number of them
    public static BigInteger toInteger(BigDecimal value, int power) {
        BigDecimal scaled = value.scaleByPowerOfTen(power).stripTrailingZeros();
        if (scaled.scale() > 0) {
            throw new IllegalArgumentException("more than " + power + " decimals, round before sending: " + value);
        }
        return scaled.toBigIntegerExact();
    }

    /// What is hashed and sent.
    @Override
    public String toString() {
        return value.toPlainString();
    }
}
