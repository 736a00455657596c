package aiquant.kernel.strategy;

/// Sizing, stops, targets, filters and limits of positions: the `trade` section.
///
/// Keys of the strategy file are the component names in snake case. Units are those of [Leaf].
public record Trade(
        @Leaf(
                value = "0.03",
                unit = "fraction",
                meaning = "equity put up as margin for one entry, before the multipliers")
        double allocationPct,

        @Leaf(value = "2.0", unit = "ATR", meaning = "distance of the stop from the entry")
        double slAtrMult,

        @Leaf(value = "4.0", unit = "ATR", meaning = "distance of the full target from the entry")
        double tpAtrMult,

        @Leaf(value = "3.0", unit = "x", meaning = "shown only; positions take the leverage of their confidence")
        double leverage,

        @Leaf(value = "true", unit = "", meaning = "refuse entries at RSI extremes")
        boolean enableReefFilter,

        @Leaf(value = "70.0", unit = "RSI", meaning = "longs refused above, while ADX is below reef_adx_threshold")
        double reefLongRsiBlockGt,

        @Leaf(value = "30.0", unit = "RSI", meaning = "shorts refused below, while ADX is below reef_adx_threshold")
        double reefShortRsiBlockLt,

        @Leaf(value = "45.0", unit = "ADX", meaning = "from here on the extreme pair applies")
        double reefAdxThreshold,

        @Leaf(value = "75.0", unit = "RSI", meaning = "longs refused above in a strong trend")
        double reefLongRsiExtremeGt,

        @Leaf(value = "25.0", unit = "RSI", meaning = "shorts refused below in a strong trend")
        double reefShortRsiExtremeLt,

        @Leaf(value = "1.0", unit = "x", meaning = "leverage of a low-confidence entry")
        double leverageLow,

        @Leaf(value = "3.0", unit = "x", meaning = "leverage of a medium-confidence entry")
        double leverageMedium,

        @Leaf(value = "5.0", unit = "x", meaning = "leverage of a high-confidence entry")
        double leverageHigh,

        @Leaf(value = "10.0", unit = "bp", meaning = "price concession on entries and adds")
        double slippageBps,

        @Leaf(value = "true", unit = "", meaning = "paper fills at the quoted bid or ask where a quote is at hand")
        boolean useBboForFills,

        @Leaf(value = "10.0", unit = "USD", meaning = "orders below are dropped, or lifted")
        double minNotionalUsd,

        @Leaf(value = "false", unit = "", meaning = "lift a small order to the minimum instead of dropping it")
        boolean bumpToMinNotional,

        @Leaf(value = "0.60", unit = "fraction", meaning = "equity that all margins together may use")
        double maxTotalMarginPct,

        @Leaf(value = "true", unit = "", meaning = "scale margin by confidence, ADX and volatility")
        boolean enableDynamicSizing,

        @Leaf(value = "1.0", unit = "x", meaning = "margin multiplier at high confidence")
        double confidenceMultHigh,

        @Leaf(value = "0.7", unit = "x", meaning = "margin multiplier at medium confidence")
        double confidenceMultMedium,

        @Leaf(value = "0.5", unit = "x", meaning = "margin multiplier at low confidence")
        double confidenceMultLow,

        @Leaf(value = "0.6", unit = "x", meaning = "lowest ADX multiplier, at most 1")
        double adxSizingMinMult,

        @Leaf(value = "40.0", unit = "ADX", meaning = "ADX at which the multiplier reaches 1")
        double adxSizingFullAdx,

        @Leaf(value = "0.01", unit = "fraction", meaning = "ATR over price at which the volatility scalar is 1")
        double volBaselinePct,

        @Leaf(value = "0.5", unit = "x", meaning = "lowest volatility scalar")
        double volScalarMin,

        @Leaf(value = "1.0", unit = "x", meaning = "highest volatility scalar")
        double volScalarMax,

        @Leaf(value = "true", unit = "", meaning = "add to winning positions")
        boolean enablePyramiding,

        @Leaf(value = "2", unit = "count", meaning = "adds one position may receive")
        int maxAddsPerSymbol,

        @Leaf(value = "0.5", unit = "fraction", meaning = "margin of an add as a part of the base margin")
        double addFractionOfBaseMargin,

        @Leaf(value = "60", unit = "min", meaning = "wait after the open or the last add")
        int addCooldownMinutes,

        @Leaf(value = "0.5", unit = "ATR", meaning = "open profit needed for an add")
        double addMinProfitAtr,

        @Leaf(value = "medium", unit = "", meaning = "least confidence of the signal behind an add")
        Confidence addMinConfidence,

        @Leaf(value = "high", unit = "", meaning = "least confidence of an entry")
        Confidence entryMinConfidence,

        @Leaf(value = "true", unit = "", meaning = "take part of the position off at the first target")
        boolean enablePartialTp,

        @Leaf(value = "0.5", unit = "fraction", meaning = "part closed at the first target")
        double tpPartialPct,

        @Leaf(value = "10.0", unit = "USD", meaning = "smallest remainder a partial may leave")
        double tpPartialMinNotionalUsd,

        @Leaf(value = "0.0", unit = "ATR", meaning = "first target; 0 means the full target's level")
        double tpPartialAtrMult,

        @Leaf(value = "1.0", unit = "ATR", meaning = "profit that arms the trailing stop")
        double trailingStartAtr,

        @Leaf(value = "0.8", unit = "ATR", meaning = "distance of the trailing stop")
        double trailingDistanceAtr,

        @Leaf(value = "true", unit = "", meaning = "an entry needs the MACD histogram on its side")
        boolean enableSsfFilter,

        @Leaf(value = "true", unit = "", meaning = "move the stop to entry after a profit")
        boolean enableBreakevenStop,

        @Leaf(value = "0.7", unit = "ATR", meaning = "profit that arms the break-even stop")
        double breakevenStartAtr,

        @Leaf(value = "0.05", unit = "ATR", meaning = "break-even stop beyond the entry")
        double breakevenBufferAtr,

        @Leaf(value = "0.0", unit = "ATR", meaning = "replaces trailing_start_atr at low confidence when positive")
        double trailingStartAtrLowConf,

        @Leaf(value = "0.0", unit = "ATR", meaning = "replaces trailing_distance_atr at low confidence when positive")
        double trailingDistanceAtrLowConf,

        @Leaf(value = "18.0", unit = "ADX", meaning = "leave below this ADX where the position has no floor of its own")
        double smartExitAdxExhaustionLt,

        @Leaf(value = "0.0", unit = "ADX", meaning = "the same at low confidence when positive")
        double smartExitAdxExhaustionLtLowConf,

        @Leaf(value = "true", unit = "", meaning = "leave at RSI extremes")
        boolean enableRsiOverextensionExit,

        @Leaf(value = "1.5", unit = "ATR", meaning = "profit at which the hi_profit bounds take over")
        double rsiExitProfitAtrSwitch,

        @Leaf(value = "80.0", unit = "RSI", meaning = "longs leave above, small profit")
        double rsiExitUbLoProfit,

        @Leaf(value = "70.0", unit = "RSI", meaning = "longs leave above, large profit")
        double rsiExitUbHiProfit,

        @Leaf(value = "20.0", unit = "RSI", meaning = "shorts leave below, small profit")
        double rsiExitLbLoProfit,

        @Leaf(value = "30.0", unit = "RSI", meaning = "shorts leave below, large profit")
        double rsiExitLbHiProfit,

        @Leaf(value = "0.0", unit = "RSI", meaning = "low-confidence replacement when positive")
        double rsiExitUbLoProfitLowConf,

        @Leaf(value = "0.0", unit = "RSI", meaning = "low-confidence replacement when positive")
        double rsiExitUbHiProfitLowConf,

        @Leaf(value = "0.0", unit = "RSI", meaning = "low-confidence replacement when positive")
        double rsiExitLbLoProfitLowConf,

        @Leaf(value = "0.0", unit = "RSI", meaning = "low-confidence replacement when positive")
        double rsiExitLbHiProfitLowConf,

        @Leaf(value = "60", unit = "min", meaning = "0 turns the re-entry wait off; any other value turns it on")
        int reentryCooldownMinutes,

        @Leaf(value = "45", unit = "min", meaning = "re-entry wait in a strong trend (ADX 40 and more)")
        int reentryCooldownMinMins,

        @Leaf(value = "180", unit = "min", meaning = "re-entry wait in a weak trend (ADX 25 and less)")
        int reentryCooldownMaxMins,

        @Leaf(value = "true", unit = "", meaning = "trail wider while the bands are wide")
        boolean enableVolBufferedTrailing,

        @Leaf(value = "1.0", unit = "ATR", meaning = "profit the saturation exit needs")
        double tsmeMinProfitAtr,

        @Leaf(value = "true", unit = "", meaning = "the saturation exit needs a falling ADX")
        boolean tsmeRequireAdxSlopeNegative,

        @Leaf(value = "0.003", unit = "fraction", meaning = "ATR is at least this part of the price")
        double minAtrPct,

        @Leaf(value = "false", unit = "", meaning = "trade against the signal")
        boolean reverseEntrySignal,

        @Leaf(value = "false", unit = "", meaning = "sit through price glitches")
        boolean blockExitsOnExtremeDev,

        @Leaf(value = "0.40", unit = "fraction", meaning = "a one-bar move beyond this is a glitch")
        double glitchPriceDevPct,

        @Leaf(value = "12.0", unit = "ATR", meaning = "a one-bar move beyond this is a glitch")
        double glitchAtrMult,

        @Leaf(value = "20", unit = "count", meaning = "positions open at once")
        int maxOpenPositions,

        @Leaf(value = "20", unit = "s", meaning = "wait between entries of one symbol")
        int entryCooldownS,

        @Leaf(value = "15", unit = "s", meaning = "wait between exits of one symbol")
        int exitCooldownS,

        @Leaf(value = "6", unit = "count", meaning = "entries of one round")
        int maxEntryOrdersPerLoop) {}
