package aiquant.kernel.strategy;

/// Look-back windows, in bars of the main interval: the `indicators` section.
///
/// Keys of the strategy file are the component names in snake case. Units are those of [Leaf].
public record Indicators(
        @Leaf(value = "50", unit = "bars", meaning = "slow average of closes")
        int emaSlowWindow,

        @Leaf(value = "20", unit = "bars", meaning = "fast average of closes")
        int emaFastWindow,

        @Leaf(value = "200", unit = "bars", meaning = "macro average of closes")
        int emaMacroWindow,

        @Leaf(value = "14", unit = "bars", meaning = "trend strength")
        int adxWindow,

        @Leaf(value = "20", unit = "bars", meaning = "Bollinger bands")
        int bbWindow,

        @Leaf(value = "30", unit = "bars", meaning = "average of the band width")
        int bbWidthAvgWindow,

        @Leaf(value = "14", unit = "bars", meaning = "average true range")
        int atrWindow,

        @Leaf(value = "14", unit = "bars", meaning = "relative strength index")
        int rsiWindow,

        @Leaf(value = "20", unit = "bars", meaning = "average volume")
        int volSmaWindow,

        @Leaf(value = "5", unit = "bars", meaning = "recent average volume")
        int volTrendWindow,

        @Leaf(value = "14", unit = "bars", meaning = "range of RSI for StochRSI")
        int stochRsiWindow,

        @Leaf(value = "3", unit = "bars", meaning = "smoothing of K")
        int stochRsiSmooth1,

        @Leaf(value = "3", unit = "bars", meaning = "smoothing of D")
        int stochRsiSmooth2,

        @Leaf(value = "50", unit = "bars", meaning = "not used; thresholds.entry.ave_avg_atr_window is")
        int aveAvgAtrWindow) {}
