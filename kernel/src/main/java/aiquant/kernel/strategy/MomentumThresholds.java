package aiquant.kernel.strategy;

/// RSI limits that bend with ADX: `thresholds.tp_and_momentum`.
///
/// Keys of the strategy file are the component names in snake case. Units are those of [Leaf].
public record MomentumThresholds(
        @Leaf(value = "40.0", unit = "ADX", meaning = "ADX at which the strong limits hold")
        double adxStrongGt,

        @Leaf(value = "30.0", unit = "ADX", meaning = "informational")
        double adxWeakLt,

        @Leaf(value = "7.0", unit = "ATR", meaning = "informational")
        double tpMultStrong,

        @Leaf(value = "3.0", unit = "ATR", meaning = "informational")
        double tpMultWeak,

        @Leaf(value = "52.0", unit = "RSI", meaning = "a long needs more, strong trend")
        double rsiLongStrong,

        @Leaf(value = "56.0", unit = "RSI", meaning = "a long needs more, weak trend")
        double rsiLongWeak,

        @Leaf(value = "48.0", unit = "RSI", meaning = "a short needs less, strong trend")
        double rsiShortStrong,

        @Leaf(value = "44.0", unit = "RSI", meaning = "a short needs less, weak trend")
        double rsiShortWeak) {}
