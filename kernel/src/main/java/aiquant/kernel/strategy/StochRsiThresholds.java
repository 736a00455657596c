package aiquant.kernel.strategy;

/// StochRSI bounds of the standard mode: `thresholds.stoch_rsi`.
///
/// Keys of the strategy file are the component names in snake case. Units are those of [Leaf].
public record StochRsiThresholds(
        @Leaf(value = "0.85", unit = "0..1", meaning = "a long needs K below")
        double blockLongIfKGt,

        @Leaf(value = "0.15", unit = "0..1", meaning = "a short needs K above")
        double blockShortIfKLt) {}
