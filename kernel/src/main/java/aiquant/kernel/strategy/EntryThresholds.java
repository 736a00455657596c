package aiquant.kernel.strategy;

/// Thresholds of the three entry modes: `thresholds.entry`.
///
/// Keys of the strategy file are the component names in snake case. Units are those of [Leaf].
public record EntryThresholds(
        @Leaf(value = "22.0", unit = "ADX", meaning = "floor of the standard mode")
        double minAdx,

        @Leaf(value = "2.5", unit = "x", meaning = "volume over its average that means high confidence")
        double highConfVolumeMult,

        @Leaf(value = "40.0", unit = "ADX", meaning = "above this BTC's direction is ignored")
        double btcAdxOverride,

        @Leaf(value = "0.04", unit = "fraction", meaning = "greatest distance from the fast average")
        double maxDistEmaFast,

        @Leaf(value = "true", unit = "", meaning = "raise the floor in unusual volatility")
        boolean aveEnabled,

        @Leaf(value = "1.5", unit = "x", meaning = "ATR over its average that raises the floor")
        double aveAtrRatioGt,

        @Leaf(value = "1.25", unit = "x", meaning = "by how much the floor rises")
        double aveAdxMult,

        @Leaf(value = "50", unit = "bars", meaning = "average of ATR")
        int aveAvgAtrWindow,

        @Leaf(value = "accel", unit = "", meaning = "what the MACD histogram must show")
        MacdMode macdHistEntryMode,

        @Leaf(value = "false", unit = "", meaning = "enter on a cross back over the fast average")
        boolean enablePullbackEntries,

        @Leaf(value = "low", unit = "", meaning = "confidence of such entries")
        Confidence pullbackConfidence,

        @Leaf(value = "22.0", unit = "ADX", meaning = "least ADX of such entries")
        double pullbackMinAdx,

        @Leaf(value = "50.0", unit = "RSI", meaning = "least RSI of a long")
        double pullbackRsiLongMin,

        @Leaf(value = "50.0", unit = "RSI", meaning = "greatest RSI of a short")
        double pullbackRsiShortMax,

        @Leaf(value = "true", unit = "", meaning = "MACD histogram on the trade's side")
        boolean pullbackRequireMacdSign,

        @Leaf(value = "false", unit = "", meaning = "enter on a steady slow average")
        boolean enableSlowDriftEntries,

        @Leaf(value = "20", unit = "bars", meaning = "window of its slope")
        int slowDriftSlopeWindow,

        @Leaf(value = "0.0006", unit = "fraction", meaning = "least slope over the window")
        double slowDriftMinSlopePct,

        @Leaf(value = "10.0", unit = "ADX", meaning = "least ADX of such entries")
        double slowDriftMinAdx,

        @Leaf(value = "50.0", unit = "RSI", meaning = "least RSI of a long")
        double slowDriftRsiLongMin,

        @Leaf(value = "50.0", unit = "RSI", meaning = "greatest RSI of a short")
        double slowDriftRsiShortMax,

        @Leaf(value = "true", unit = "", meaning = "MACD histogram on the trade's side")
        boolean slowDriftRequireMacdSign) {}
