package aiquant.kernel.strategy;

/// Market breadth rules: the `market_regime` section.
///
/// Keys of the strategy file are the component names in snake case. Units are those of [Leaf].
public record MarketRegime(
        @Leaf(value = "false", unit = "", meaning = "block sides by breadth")
        boolean enableRegimeFilter,

        @Leaf(value = "90.0", unit = "%", meaning = "shorts blocked above")
        double breadthBlockShortAbove,

        @Leaf(value = "10.0", unit = "%", meaning = "longs blocked below")
        double breadthBlockLongBelow,

        @Leaf(value = "false", unit = "", meaning = "reverse signals while breadth is inside the band")
        boolean enableAutoReverse,

        @Leaf(value = "10.0", unit = "%", meaning = "lower end of the band")
        double autoReverseBreadthLow,

        @Leaf(value = "90.0", unit = "%", meaning = "upper end of the band")
        double autoReverseBreadthHigh) {}
