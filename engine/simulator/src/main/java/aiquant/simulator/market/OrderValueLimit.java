package aiquant.simulator.market;

import java.math.BigDecimal;
import java.util.List;

/// The largest market order an asset takes, by its leverage; limit orders may be ten times that.
///
/// @param leverage from this maximum leverage on
public record OrderValueLimit(int leverage, BigDecimal marketOrderUsd) {

    /// Highest leverage first.
    public static final List<OrderValueLimit> ALL = List.of(
            new OrderValueLimit(25, new BigDecimal("30000000")),
            new OrderValueLimit(20, new BigDecimal("5000000")),
            new OrderValueLimit(10, new BigDecimal("2000000")),
            new OrderValueLimit(0, new BigDecimal("500000")));

    public static BigDecimal marketOrderUsd(Asset asset) {
        return ALL.stream()
                .filter(limit -> asset.maxLeverage() >= limit.leverage)
                .findFirst()
                .orElseThrow()
                .marketOrderUsd;
    }

    public static BigDecimal limitOrderUsd(Asset asset) {
        return marketOrderUsd(asset).multiply(BigDecimal.TEN);
    }
}
