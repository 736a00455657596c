package aiquant.simulator;

/// The mood a market is in for some dozens of bars.
///
/// Drift is in standard deviations per bar; moods change by a Markov chain, so their lengths are geometric.
enum Regime {
    TREND_UP(0.20, 0.9, 72, 0.075),
    TREND_DOWN(-0.22, 1.0, 60, 0.075),
    QUIET(0.0, 0.6, 48, 0.010),
    VOLATILE(0.0, 1.6, 22, 0.040);

    private final double drift;
    private final double volatility;
    private final double meanBars;
    private final double impulseChance;

    Regime(double drift, double volatility, double meanBars, double impulseChance) {
        this.drift = drift;
        this.volatility = volatility;
        this.meanBars = meanBars;
        this.impulseChance = impulseChance;
    }

    double drift() {
        return drift;
    }

    /// Times the ordinary volatility.
    double volatility() {
        return volatility;
    }

    /// How likely one bar is to carry a burst of orders that everybody notices.
    double impulseChance() {
        return impulseChance;
    }

    /// Where to begin.
    static Regime any(Draws draws) {
        return values()[(int) draws.between(0, values().length)];
    }

    /// The regime of the next bar.
    Regime next(Draws draws) {
        if (!draws.chance(1 / meanBars)) {
            return this;
        }
        double point = draws.uniform();
        return switch (this) {
            case TREND_UP -> pick(point, 0.00, 0.22, 0.50);
            case TREND_DOWN -> pick(point, 0.24, 0.00, 0.42);
            case QUIET -> pick(point, 0.42, 0.38, 0.00);
            case VOLATILE -> pick(point, 0.34, 0.32, 0.34);
        };
    }

    /// The three shares given, and the rest of one for a storm.
    private static Regime pick(double point, double up, double down, double quiet) {
        if (point < up) {
            return TREND_UP;
        }
        if (point < up + down) {
            return TREND_DOWN;
        }
        return point < up + down + quiet ? QUIET : VOLATILE;
    }
}
