package aiquant.kernel.strategy;

/// When a bar counts as an anomaly: `thresholds.anomaly`.
///
/// Keys of the strategy file are the component names in snake case. Units are those of [Leaf].
public record AnomalyThresholds(
        @Leaf(value = "0.10", unit = "fraction", meaning = "close to close")
        double priceChangePctGt,

        @Leaf(value = "0.50", unit = "fraction", meaning = "distance from the fast average")
        double emaFastDevPctGt) {}
