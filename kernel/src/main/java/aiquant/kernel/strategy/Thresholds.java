package aiquant.kernel.strategy;

/// The numbers behind gates and signals: the `thresholds` section.
public record Thresholds(
        EntryThresholds entry,
        RangingThresholds ranging,
        AnomalyThresholds anomaly,
        MomentumThresholds tpAndMomentum,
        StochRsiThresholds stochRsi) {}
