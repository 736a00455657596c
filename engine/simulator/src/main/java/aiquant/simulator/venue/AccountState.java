package aiquant.simulator.venue;

import aiquant.simulator.account.MarginSummary;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// An account's perpetual side at the mark: what the exchange calls its clearinghouse state.
public record AccountState(
        List<PositionView> positions,
        MarginSummary summary,
        MarginSummary crossSummary,
        BigDecimal crossMaintenanceUsd,
        BigDecimal withdrawableUsd,
        long timeMs) {

    /// @param size             signed
    /// @param entryPrice       rounded to the asset's price decimals
    /// @param isolatedUsd      `rawUsd` of an isolated position
    /// @param liquidationPrice empty when there is none above zero
    /// @param fundingEver      positive is paid, as in the two after it
    public record PositionView(
            String coin,
            BigDecimal size,
            BigDecimal entryPrice,
            BigDecimal valueUsd,
            BigDecimal unrealizedPnl,
            BigDecimal returnOnEquity,
            Optional<BigDecimal> liquidationPrice,
            BigDecimal marginUsed,
            int maxLeverage,
            int leverage,
            boolean isCross,
            BigDecimal isolatedUsd,
            BigDecimal fundingEver,
            BigDecimal fundingSinceOpen,
            BigDecimal fundingSinceChange) {}
}
