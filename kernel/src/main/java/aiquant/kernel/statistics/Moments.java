package aiquant.kernel.statistics;

/// The shape of a series of returns: how many, their mean, spread, lean and tails.
///
/// Population moments (divided by the count). A series without spread has skewness 0 and kurtosis 3, as the normal
/// distribution has.
///
/// @param kurtosis 3 for the normal distribution
public record Moments(int count, double mean, double deviation, double skewness, double kurtosis) {

    /// A smaller spread is taken for rounding.
    private static final double NO_SPREAD = 1e-12;

    /// @throws IllegalArgumentException if there are no values, or one is not finite
    public static Moments of(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("moments of no values");
        }
        double sum = 0.0;
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("not a finite number: " + value);
            }
            sum += value;
        }
        int n = values.length;
        double mean = sum / n;
        double squares = 0.0;
        double cubes = 0.0;
        double fourths = 0.0;
        for (double value : values) {
            double distance = value - mean;
            squares += distance * distance;
            cubes += distance * distance * distance;
            fourths += distance * distance * distance * distance;
        }
        double variance = squares / n;
        double deviation = Math.sqrt(variance);
        if (deviation < NO_SPREAD) {
            return new Moments(n, mean, 0.0, 0.0, 3.0);
        }
        return new Moments(n, mean, deviation, cubes / n / (variance * deviation), fourths / n / (variance * variance));
    }

    /// The square of the deviation.
    public double variance() {
        return deviation * deviation;
    }
}
