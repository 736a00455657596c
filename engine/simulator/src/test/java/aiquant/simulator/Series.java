package aiquant.simulator;

import aiquant.kernel.market.CandleSeries;
import java.util.Arrays;

/// The few statistics that tell a market from a coin.
final class Series {

    private Series() {}

    static double[] returns(CandleSeries series) {
        double[] returns = new double[series.size() - 1];
        for (int i = 0; i < returns.length; i++) {
            returns[i] = Math.log(series.close()[i + 1] / series.close()[i]);
        }
        return returns;
    }

    static double[] absolute(double[] values) {
        return Arrays.stream(values).map(Math::abs).toArray();
    }

    /// Without the first value, so that it lines up with returns.
    static double[] tail(double[] values) {
        return Arrays.copyOfRange(values, 1, values.length);
    }

    /// Three for a normal distribution.
    static double kurtosis(double[] values) {
        double mean = mean(values);
        double second = Arrays.stream(values).map(v -> Math.pow(v - mean, 2)).sum() / values.length;
        double fourth = Arrays.stream(values).map(v -> Math.pow(v - mean, 4)).sum() / values.length;
        return fourth / (second * second);
    }

    static double autocorrelation(double[] values) {
        return correlation(Arrays.copyOf(values, values.length - 1), tail(values));
    }

    static double correlation(double[] a, double[] b) {
        double meanA = mean(a);
        double meanB = mean(b);
        double both = 0;
        double squareA = 0;
        double squareB = 0;
        for (int i = 0; i < a.length; i++) {
            both += (a[i] - meanA) * (b[i] - meanB);
            squareA += (a[i] - meanA) * (a[i] - meanA);
            squareB += (b[i] - meanB) * (b[i] - meanB);
        }
        return both / Math.sqrt(squareA * squareB);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }
}
