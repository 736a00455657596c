package aiquant.kernel.sweep;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.IntStream;

/// How a learning sampler treats an axis: which values it may take between the smallest and largest listed one.
enum AxisKind {
    /// Only the listed values, without an order.
    CATEGORICAL,
    /// Every whole number.
    INTEGER,
    /// Every multiple of the listed values' common step above the smallest.
    STEPPED;

    private static final Set<String> CATEGORICAL_PATHS = Set.of(
            "trade.entry_min_confidence",
            "trade.add_min_confidence",
            "thresholds.entry.pullback_confidence",
            "thresholds.entry.macd_hist_entry_mode");

    private static final Set<String> INTEGER_PATHS = Set.of(
            "trade.max_open_positions",
            "trade.max_entry_orders_per_loop",
            "trade.leverage",
            "trade.leverage_low",
            "trade.leverage_medium",
            "trade.leverage_high",
            "trade.max_adds_per_symbol",
            "trade.add_cooldown_minutes",
            "trade.reentry_cooldown_minutes",
            "trade.reentry_cooldown_min_mins",
            "trade.reentry_cooldown_max_mins",
            "trade.entry_cooldown_s",
            "trade.exit_cooldown_s",
            "thresholds.ranging.min_signals");

    private static final double LEAST_STEP = 1e-6;
    private static final double SAME = 1e-9;
    private static final int MOST_LEVELS = 4096;

    static AxisKind of(Axis axis) {
        boolean isBinary = axis.values().length == 2
                && Arrays.stream(axis.values()).allMatch(value -> value == 0.0 || value == 1.0)
                && axis.values()[0] != axis.values()[1];
        if (isBinary || CATEGORICAL_PATHS.contains(axis.path())) {
            return CATEGORICAL;
        }
        boolean isWhole = axis.path().startsWith("indicators.")
                || axis.path().contains("_window")
                || INTEGER_PATHS.contains(axis.path());
        return isWhole ? INTEGER : STEPPED;
    }

    /// All values the axis may take, ascending where they have an order.
    static double[] levels(Axis axis) {
        double[] listed = axis.values();
        double least = Arrays.stream(listed).min().orElseThrow();
        double greatest = Arrays.stream(listed).max().orElseThrow();
        AxisKind kind = of(axis);
        if (kind == CATEGORICAL) {
            return Arrays.stream(listed).distinct().toArray();
        }
        if (least == greatest) {
            return new double[] {least};
        }
        double step = kind == INTEGER ? 1.0 : step(listed);
        long count = Math.min(MOST_LEVELS, (long) Math.rint((greatest - least) / step) + 1);
        double width = count == MOST_LEVELS ? (greatest - least) / (count - 1) : step;
        return IntStream.range(0, (int) count)
                .mapToDouble(level -> least + level * width)
                .map(value -> kind == INTEGER ? Math.rint(value) : value)
                .map(value -> Math.max(least, Math.min(greatest, value)))
                .toArray();
    }

    /// The approximate greatest common divisor of the distances between the values as listed.
    static double step(double[] listed) {
        double step = 0.0;
        for (int i = 1; i < listed.length; i++) {
            step = divisor(step, Math.abs(listed[i] - listed[i - 1]));
        }
        return Math.max(step, LEAST_STEP);
    }

    private static double divisor(double a, double b) {
        double greater = Math.max(a, b);
        double lesser = Math.min(a, b);
        while (lesser > SAME) {
            double rest = greater % lesser;
            // A rest of almost the whole divisor is rounding, not a rest.
            rest = lesser - rest < SAME ? 0.0 : rest;
            greater = lesser;
            lesser = rest;
        }
        return greater;
    }
}
