package aiquant.simulator.market;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// The prices and sizes a perpetual accepts, which follow from its size decimals alone.
///
/// A price has at most five significant figures and at most `6 - sizeDecimals` decimals; whole numbers are always
/// allowed. A size is a multiple of `10^-sizeDecimals`.
public record Grid(int sizeDecimals) {

    private static final int MAX_DECIMALS = 6;
    private static final int SIGNIFICANT_FIGURES = 5;

    public Grid {
        if (sizeDecimals < 0 || sizeDecimals > MAX_DECIMALS) {
            throw new IllegalArgumentException("size decimals must be 0 to 6: " + sizeDecimals);
        }
    }

    public int priceDecimals() {
        return MAX_DECIMALS - sizeDecimals;
    }

    /// Positive and with no more decimals than the asset has; figures are not counted.
    public boolean hasPriceDecimals(BigDecimal price) {
        return price.signum() > 0 && decimals(price) <= priceDecimals();
    }

    public boolean isPrice(BigDecimal price) {
        if (!hasPriceDecimals(price)) {
            return false;
        }
        BigDecimal stripped = price.stripTrailingZeros();
        return stripped.scale() <= 0 || stripped.precision() <= SIGNIFICANT_FIGURES;
    }

    public boolean isSize(BigDecimal size) {
        return size.signum() > 0 && decimals(size) <= sizeDecimals;
    }

    /// Distance to the next price above `price`.
    public BigDecimal tickAt(BigDecimal price) {
        int magnitude = price.precision() - price.scale() - 1;
        int exponent = Math.min(0, Math.max(magnitude - SIGNIFICANT_FIGURES + 1, -priceDecimals()));
        return BigDecimal.ONE.scaleByPowerOfTen(exponent);
    }

    public BigDecimal lot() {
        return BigDecimal.ONE.movePointLeft(sizeDecimals);
    }

    /// The nearest valid price in the given direction, never below the smallest one.
    public BigDecimal onTick(BigDecimal price, RoundingMode rounding) {
        int places = tickAt(price).stripTrailingZeros().scale();
        BigDecimal rounded = price.setScale(Math.max(0, places), rounding);
        BigDecimal smallest = BigDecimal.ONE.movePointLeft(priceDecimals());
        return rounded.max(smallest);
    }

    /// The largest valid size not above `size`.
    public BigDecimal onLot(BigDecimal size) {
        return size.setScale(sizeDecimals, RoundingMode.DOWN);
    }

    private static int decimals(BigDecimal value) {
        return Math.max(0, value.stripTrailingZeros().scale());
    }
}
