package aiquant.kernel.statistics;

/// The standard normal distribution.
///
/// Both tails keep their relative precision: about 1e-14 for the distribution, 1e-13 for the quantile. Same bits on
/// every machine.
/// Sources: Laplace's continued fraction and the power series in Abramowitz & Stegun, Handbook of Mathematical
/// Functions
/// (1964), 26.2.11 and 26.2.14; starting value of the quantile 26.2.23.
public final class Normal {
    private static final double ROOT_OF_TWO_PI = 2.5066282746310002;
    private static final double SERIES_BELOW = 2.0;
    private static final int FRACTION_TERMS = 150;
    private static final int STEPS = 4;

    private Normal() {}

    public static double density(double x) {
        return StrictMath.exp(-0.5 * x * x) / ROOT_OF_TWO_PI;
    }

    /// The probability of a value of at most `x`; NaN of NaN.
    public static double distribution(double x) {
        return x < 0.0 ? upperTail(-x) : 1.0 - upperTail(x);
    }

    /// The value that is not exceeded with probability `p`; infinite at 0 and 1.
    ///
    /// @throws IllegalArgumentException if `p` is no probability
    public static double quantile(double p) {
        if (!(p >= 0.0 && p <= 1.0)) {
            throw new IllegalArgumentException("a probability lies between 0 and 1: " + p);
        }
        return p <= 0.5 ? -upperQuantile(p) : upperQuantile(1.0 - p);
    }

    /// The probability of more than `x`, for `x >= 0`.
    private static double upperTail(double x) {
        return x < SERIES_BELOW ? 0.5 - density(x) * series(x) : density(x) * millsRatio(x);
    }

    private static double series(double x) {
        double term = x;
        double sum = x;
        for (int odd = 3; term > sum * 1e-18; odd += 2) {
            term *= x * x / odd;
            sum += term;
        }
        return sum;
    }

    private static double millsRatio(double x) {
        if (Double.isInfinite(x)) {
            return 0.0;
        }
        double fraction = x;
        for (int term = FRACTION_TERMS; term >= 1; term--) {
            fraction = x + term / fraction;
        }
        return 1.0 / fraction;
    }

    /// The `x >= 0` that is exceeded with probability `p <= 0.5`: a rough start, then Halley's steps.
    private static double upperQuantile(double p) {
        if (p == 0.0) {
            return Double.POSITIVE_INFINITY;
        }
        double t = StrictMath.sqrt(-2.0 * StrictMath.log(p));
        double x =
                t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1.0 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
        for (int step = 0; step < STEPS; step++) {
            double error = (upperTail(Math.max(x, 0.0)) - p) / density(x);
            x += 2.0 * error / (2.0 - error * x);
        }
        return Math.max(x, 0.0);
    }
}
