package aiquant.simulator.market;

import java.math.BigDecimal;

/// From a notional of `lowerBoundUsd` on, at most this leverage.
public record MarginTier(BigDecimal lowerBoundUsd, int maxLeverage) {

    public MarginTier {
        if (lowerBoundUsd.signum() < 0 || maxLeverage < 1) {
            throw new IllegalArgumentException("no margin tier: from " + lowerBoundUsd + " at " + maxLeverage + "x");
        }
    }
}
