package aiquant.kernel.strategy;

/// When a market counts as ranging: `thresholds.ranging`.
///
/// Keys of the strategy file are the component names in snake case. Units are those of [Leaf].
public record RangingThresholds(
        @Leaf(value = "2", unit = "count", meaning = "votes of three")
        int minSignals,

        @Leaf(value = "21.0", unit = "ADX", meaning = "first vote: weak trend")
        double adxBelow,

        @Leaf(value = "0.8", unit = "x", meaning = "second vote: narrow bands")
        double bbWidthRatioBelow,

        @Leaf(value = "47.0", unit = "RSI", meaning = "third vote: RSI between this")
        double rsiLow,

        @Leaf(value = "53.0", unit = "RSI", meaning = "and this")
        double rsiHigh) {}
