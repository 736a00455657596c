package aiquant.simulator.market;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// The formulas of hourly funding.
public final class Funding {

    /// Decimals of a published premium or rate.
    public static final int DECIMALS = 10;

    private static final BigDecimal INTEREST = new BigDecimal("0.0001");
    private static final BigDecimal BAND = new BigDecimal("0.0005");
    private static final BigDecimal CAP = new BigDecimal("0.04");
    private static final BigDecimal EIGHT = BigDecimal.valueOf(8);

    private Funding() {}

    /// How far the book is from the oracle, as a share of it: zero while the oracle lies between the impact prices.
    public static BigDecimal premium(BigDecimal oraclePrice, BigDecimal impactBid, BigDecimal impactAsk) {
        BigDecimal above = impactBid.subtract(oraclePrice).max(BigDecimal.ZERO);
        BigDecimal below = oraclePrice.subtract(impactAsk).max(BigDecimal.ZERO);
        return above.subtract(below).divide(oraclePrice, DECIMALS, RoundingMode.HALF_EVEN);
    }

    /// The exact hourly rate for an hour's average premium.
    public static BigDecimal hourlyRate(BigDecimal averagePremium) {
        BigDecimal pull = clamp(INTEREST.subtract(averagePremium), BAND);
        return clamp(averagePremium.add(pull).divide(EIGHT), CAP);
    }

    /// The hourly rate as published.
    public static BigDecimal publishedRate(BigDecimal averagePremium) {
        return hourlyRate(averagePremium).setScale(DECIMALS, RoundingMode.DOWN);
    }

    /// What the account receives; negative is paid. Exact.
    ///
    /// @param size signed position
    public static BigDecimal paymentUsd(BigDecimal size, BigDecimal oraclePrice, BigDecimal hourlyRate) {
        return size.multiply(oraclePrice).multiply(hourlyRate).negate();
    }

    private static BigDecimal clamp(BigDecimal value, BigDecimal limit) {
        return value.min(limit).max(limit.negate());
    }
}
