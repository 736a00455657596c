package aiquant.simulator.account;

import java.math.BigDecimal;

/// What an account received for one hour in one coin; negative is paid.
public record FundingPayment(
        long timeMs, String hash, String coin, BigDecimal usd, BigDecimal size, BigDecimal rate, int samples) {}
