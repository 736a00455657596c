package aiquant.kernel.device;

import aiquant.kernel.rule.DeviceCode;

/// A curve of realised balance as it grows: its peak and the deepest falls from it, in USD and as a fraction of the
/// peak.
@DeviceCode
public final class EquityCurve {
    public static final double DAYS_PER_YEAR = 365.0;

    public boolean hasSample;
    public double last;
    public double peak;
    public double drawdownUsd;
    public double drawdownPct;

    public static void start(EquityCurve c) {
        c.hasSample = false;
        c.last = 0.0;
        c.peak = 0.0;
        c.drawdownUsd = 0.0;
        c.drawdownPct = 0.0;
    }

    /// Most balances equal the one before and change nothing.
    public static void sample(EquityCurve c, double value) {
        if (c.hasSample && value == c.last) {
            return;
        }
        if (!c.hasSample) {
            c.hasSample = true;
            c.peak = value;
        }
        c.last = value;
        c.peak = Math.max(c.peak, value);
        final double depth = c.peak - value;
        c.drawdownUsd = Math.max(c.drawdownUsd, depth);
        if (c.peak > 0.0) {
            c.drawdownPct = Math.max(c.drawdownPct, depth / c.peak);
        }
    }

    /// A balance of nothing earns nothing.
    public static double dailyReturn(double before, double after) {
        return Math.abs(before) <= 1e-12 ? 0.0 : (after - before) / before;
    }

    /// Sharpe ratio of the returns between daily balances, annualised.
    ///
    /// @param closes balances of the days, `days` of them from `from` on at distances of `step`
    public static double sharpe(double[] closes, int from, int step, int days) {
        final int n = days - 1;
        if (n < 1) {
            return 0.0;
        }
        double sum = 0.0;
        for (int i = 0; i < n; i++) {
            sum = sum + dailyReturn(closes[from + i * step], closes[from + (i + 1) * step]);
        }
        final double mean = sum / n;
        double squares = 0.0;
        for (int i = 0; i < n; i++) {
            final double off = dailyReturn(closes[from + i * step], closes[from + (i + 1) * step]) - mean;
            squares = squares + off * off;
        }
        final double deviation = Math.sqrt(squares / n);
        return deviation < 1e-12 ? 0.0 : mean / deviation * Math.sqrt(DAYS_PER_YEAR);
    }
}
