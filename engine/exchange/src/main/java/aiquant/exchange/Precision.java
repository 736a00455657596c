package aiquant.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/// Which prices and sizes the venue takes for one asset, and how to round to them.
///
/// A price has at most five significant figures and at most `maxDecimals - sizeDecimals` decimals, or is an integer of
/// any length. A size is a multiple of 10^-sizeDecimals. There is no fixed tick: it changes at every power of ten, so
/// everything here is computed from the price at hand, never from the market.
///
/// @param maxDecimals  6 for perpetuals, 8 for spot
/// @param sizeDecimals `szDecimals` of the asset
public record Precision(int maxDecimals, int sizeDecimals) {

    private static final int FIGURES = 5;

    public Precision {
        if (sizeDecimals < 0 || sizeDecimals > maxDecimals) {
            throw new IllegalArgumentException("size decimals must lie in 0.." + maxDecimals + ": " + sizeDecimals);
        }
    }

    public static Precision perp(int sizeDecimals) {
        return new Precision(6, sizeDecimals);
    }

    public static Precision spot(int sizeDecimals) {
        return new Precision(8, sizeDecimals);
    }

    public boolean isValidPrice(BigDecimal price) {
        return price.signum() > 0 && price.stripTrailingZeros().scale() <= decimals(price);
    }

    public boolean isValidSize(BigDecimal size) {
        return size.signum() > 0 && size.stripTrailingZeros().scale() <= sizeDecimals;
    }

    /// The distance to the next valid price above, 1 at most.
    public BigDecimal tick(BigDecimal price) {
        return BigDecimal.ONE.movePointLeft(decimals(price));
    }

    /// The nearest valid price that is not above: for a buy that must not pay more.
    ///
    /// @throws IllegalArgumentException if nothing is left of it
    public BigDecimal floorPrice(BigDecimal price) {
        return roundPrice(price, RoundingMode.DOWN);
    }

    /// The nearest valid price that is not below: for a sell that must not earn less.
    ///
    /// @throws IllegalArgumentException if it is zero
    public BigDecimal ceilPrice(BigDecimal price) {
        return roundPrice(price, RoundingMode.UP);
    }

    /// The worst price of an order that has to be filled, rounded away from the market: up to buy, down to sell.
    ///
    /// @throws IllegalArgumentException if nothing is left of it
    public BigDecimal protectivePrice(BigDecimal price, boolean isBuy) {
        return isBuy ? ceilPrice(price) : floorPrice(price);
    }

    /// Rounded down; empty if nothing is left, and then there is nothing to send.
    public Optional<BigDecimal> floorSize(BigDecimal size) {
        BigDecimal rounded = plain(size.setScale(sizeDecimals, RoundingMode.DOWN));
        return rounded.signum() == 0 ? Optional.empty() : Optional.of(rounded);
    }

    private BigDecimal roundPrice(BigDecimal price, RoundingMode mode) {
        BigDecimal rounded = plain(price.setScale(decimals(price), mode));
        if (rounded.signum() == 0) {
            throw new IllegalArgumentException("price " + price.toPlainString() + " becomes zero at "
                    + (maxDecimals - sizeDecimals) + " decimals");
        }
        return rounded;
    }

    /// Five figures leave four decimals below 10, three below 100, and so on; above 100000 integers remain.
    private int decimals(BigDecimal price) {
        if (price.signum() == 0) {
            return maxDecimals - sizeDecimals;
        }
        long exponent = (long) price.precision() - price.scale() - 1;
        return Math.toIntExact(Math.clamp(FIGURES - 1 - exponent, 0, maxDecimals - sizeDecimals));
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
