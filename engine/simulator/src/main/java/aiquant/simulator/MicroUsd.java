package aiquant.simulator;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Dollars as the exchange books them: six decimals, what lies beyond is cut off.
public final class MicroUsd {

    public static final int DECIMALS = 6;

    private MicroUsd() {}

    /// Cut towards zero.
    public static BigDecimal cut(BigDecimal usd) {
        return usd.setScale(DECIMALS, RoundingMode.DOWN);
    }
}
