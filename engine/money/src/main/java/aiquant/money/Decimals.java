package aiquant.money;

import java.math.BigDecimal;

/// The one normal form of a decimal, so that equal amounts are equal records.
final class Decimals {

    private Decimals() {}

    /// Without trailing zeros and with a scale of at least zero.
    static BigDecimal normal(BigDecimal value) {
        if (value.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
