package aiquant.simulator.venue;

import java.math.BigDecimal;

/// What an account could trade in a coin right now, and its leverage setting there.
public record ActiveAsset(
        String coin,
        int leverage,
        boolean isCross,
        BigDecimal isolatedUsd,
        BigDecimal maxBuySize,
        BigDecimal maxSellSize,
        BigDecimal availableToBuyUsd,
        BigDecimal availableToSellUsd,
        BigDecimal markPrice) {}
