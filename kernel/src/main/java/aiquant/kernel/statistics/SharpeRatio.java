package aiquant.kernel.statistics;

/// A Sharpe ratio with what is needed to say how sure it is.
///
/// Per period, not annualised: the probabilities hold for the frequency at which the returns were measured.
/// Sources: D. Bailey and M. López de Prado, The Sharpe Ratio Efficient Frontier (2012) and The Deflated Sharpe Ratio
/// (2014).
///
/// @param perPeriod mean over deviation of the returns
/// @param periods   how many returns, at least 2
/// @param kurtosis  3 for normal returns
public record SharpeRatio(double perPeriod, int periods, double skewness, double kurtosis) {

    private static final double EULER_MASCHERONI = 0.5772156649015329;

    public SharpeRatio {
        if (periods < 2) {
            throw new IllegalArgumentException("a Sharpe ratio needs at least 2 returns: " + periods);
        }
        if (!Double.isFinite(perPeriod) || !Double.isFinite(skewness) || !Double.isFinite(kurtosis)) {
            throw new IllegalArgumentException(
                    "not finite: Sharpe ratio " + perPeriod + ", skewness " + skewness + ", kurtosis " + kurtosis);
        }
    }

    /// Of returns; 0 when they do not vary.
    public static SharpeRatio of(double[] returns) {
        Moments moments = Moments.of(returns);
        double ratio = moments.deviation() == 0.0 ? 0.0 : moments.mean() / moments.deviation();
        return new SharpeRatio(ratio, moments.count(), moments.skewness(), moments.kurtosis());
    }

    /// The ratio of a year, by the root of its periods.
    public double annual(double periodsPerYear) {
        return perPeriod * Math.sqrt(periodsPerYear);
    }

    /// Probabilistic Sharpe ratio: how likely the true ratio lies above `benchmark`, which is per period too.
    ///
    /// Where the estimate has no error at all (returns that take two values only) it is 0, 1/2 or 1.
    public double probability(double benchmark) {
        double distance = perPeriod - benchmark;
        double spread = 1.0 - skewness * perPeriod + (kurtosis - 1.0) / 4.0 * perPeriod * perPeriod;
        if (spread <= 0.0) {
            return distance > 0.0 ? 1.0 : distance < 0.0 ? 0.0 : 0.5;
        }
        return Normal.distribution(distance * Math.sqrt(periods - 1.0) / Math.sqrt(spread));
    }

    /// Deflated Sharpe ratio: the probability that the true ratio is positive, when this one is the best of many.
    ///
    /// @param variance of the ratios of all trials, per period
    /// @param trials   how many were tried, this one included
    public double deflated(double variance, long trials) {
        return probability(expectedMaximum(variance, trials));
    }

    /// The best ratio to expect of trials that are all worth nothing; 0 of a single one.
    public static double expectedMaximum(double variance, long trials) {
        if (!(variance >= 0.0) || Double.isInfinite(variance)) {
            throw new IllegalArgumentException("a variance is finite and not negative: " + variance);
        }
        if (trials < 1) {
            throw new IllegalArgumentException("at least 1 trial: " + trials);
        }
        if (trials == 1) {
            return 0.0;
        }
        double best = -Normal.quantile(1.0 / trials);
        double bestOfMore = -Normal.quantile(1.0 / (trials * Math.E));
        return Math.sqrt(variance) * ((1.0 - EULER_MASCHERONI) * best + EULER_MASCHERONI * bestOfMore);
    }
}
