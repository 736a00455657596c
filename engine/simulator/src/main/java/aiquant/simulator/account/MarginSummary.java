package aiquant.simulator.account;

import java.math.BigDecimal;

/// The sums of an account, as the exchange shows them.
public record MarginSummary(
        BigDecimal accountValue, BigDecimal totalNtlPos, BigDecimal totalRawUsd, BigDecimal totalMarginUsed) {}
