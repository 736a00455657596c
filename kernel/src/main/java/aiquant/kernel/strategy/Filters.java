package aiquant.kernel.strategy;

/// Which conditions must hold for a signal: the `filters` section.
///
/// Keys of the strategy file are the component names in snake case. Units are those of [Leaf].
public record Filters(
        @Leaf(value = "true", unit = "", meaning = "no signal in a ranging market")
        boolean enableRangingFilter,

        @Leaf(value = "true", unit = "", meaning = "no signal on violent bars")
        boolean enableAnomalyFilter,

        @Leaf(value = "true", unit = "", meaning = "no signal far from the fast average")
        boolean enableExtensionFilter,

        @Leaf(value = "true", unit = "", meaning = "ADX must rise, unless saturated")
        boolean requireAdxRising,

        @Leaf(value = "40.0", unit = "ADX", meaning = "above this ADX need not rise")
        double adxRisingSaturation,

        @Leaf(value = "false", unit = "", meaning = "volume must confirm")
        boolean requireVolumeConfirmation,

        @Leaf(value = "true", unit = "", meaning = "either volume test is enough; false asks for both")
        boolean volConfirmIncludePrev,

        @Leaf(value = "true", unit = "", meaning = "StochRSI must leave room")
        boolean useStochRsiFilter,

        @Leaf(value = "true", unit = "", meaning = "trade with BTC's direction")
        boolean requireBtcAlignment,

        @Leaf(value = "false", unit = "", meaning = "slow and macro averages must be stacked")
        boolean requireMacroAlignment) {}
