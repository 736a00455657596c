package aiquant.kernel.rule;

/// The parameters as the rules read them: one flat struct, the same names as in the parameter records.
///
/// Enumerations are integers (confidence 0, 1, 2; MACD mode 0 accel, 1 sign, 2 none). Filled by
/// `aiquant.kernel.strategy.CompiledStrategy`, which also proves that no field was forgotten.
@DeviceCode
public final class RuleParams {

    // Trade
    public double allocationPct;
    public double slAtrMult;
    public double tpAtrMult;
    public boolean enableReefFilter;
    public double reefLongRsiBlockGt;
    public double reefShortRsiBlockLt;
    public double reefAdxThreshold;
    public double reefLongRsiExtremeGt;
    public double reefShortRsiExtremeLt;
    public double leverageLow;
    public double leverageMedium;
    public double leverageHigh;
    public double slippageBps;
    public double minNotionalUsd;
    public boolean bumpToMinNotional;
    public double maxTotalMarginPct;
    public boolean enableDynamicSizing;
    public double confidenceMultHigh;
    public double confidenceMultMedium;
    public double confidenceMultLow;
    public double adxSizingMinMult;
    public double adxSizingFullAdx;
    public double volBaselinePct;
    public double volScalarMin;
    public double volScalarMax;
    public boolean enablePyramiding;
    public int maxAddsPerSymbol;
    public double addFractionOfBaseMargin;
    public int addCooldownMinutes;
    public double addMinProfitAtr;
    public int addMinConfidence;
    public int entryMinConfidence;
    public boolean enablePartialTp;
    public double tpPartialPct;
    public double tpPartialMinNotionalUsd;
    public double tpPartialAtrMult;
    public double trailingStartAtr;
    public double trailingDistanceAtr;
    public boolean enableSsfFilter;
    public boolean enableBreakevenStop;
    public double breakevenStartAtr;
    public double breakevenBufferAtr;
    public double trailingStartAtrLowConf;
    public double trailingDistanceAtrLowConf;
    public double smartExitAdxExhaustionLt;
    public double smartExitAdxExhaustionLtLowConf;
    public boolean enableRsiOverextensionExit;
    public double rsiExitProfitAtrSwitch;
    public double rsiExitUbLoProfit;
    public double rsiExitUbHiProfit;
    public double rsiExitLbLoProfit;
    public double rsiExitLbHiProfit;
    public double rsiExitUbLoProfitLowConf;
    public double rsiExitUbHiProfitLowConf;
    public double rsiExitLbLoProfitLowConf;
    public double rsiExitLbHiProfitLowConf;
    public int reentryCooldownMinutes;
    public int reentryCooldownMinMins;
    public int reentryCooldownMaxMins;
    public boolean enableVolBufferedTrailing;
    public double tsmeMinProfitAtr;
    public boolean tsmeRequireAdxSlopeNegative;
    public double minAtrPct;
    public boolean reverseEntrySignal;
    public boolean blockExitsOnExtremeDev;
    public double glitchPriceDevPct;
    public double glitchAtrMult;
    public int maxOpenPositions;
    public int entryCooldownS;
    public int exitCooldownS;
    public int maxEntryOrdersPerLoop;

    // Filters
    public boolean enableRangingFilter;
    public boolean enableAnomalyFilter;
    public boolean enableExtensionFilter;
    public boolean requireAdxRising;
    public double adxRisingSaturation;
    public boolean requireVolumeConfirmation;
    public boolean volConfirmIncludePrev;
    public boolean useStochRsiFilter;
    public boolean requireBtcAlignment;
    public boolean requireMacroAlignment;

    // MarketRegime
    public boolean enableRegimeFilter;
    public double breadthBlockShortAbove;
    public double breadthBlockLongBelow;
    public boolean enableAutoReverse;
    public double autoReverseBreadthLow;
    public double autoReverseBreadthHigh;

    // EntryThresholds
    public double minAdx;
    public double highConfVolumeMult;
    public double btcAdxOverride;
    public double maxDistEmaFast;
    public boolean aveEnabled;
    public double aveAtrRatioGt;
    public double aveAdxMult;
    public int macdHistEntryMode;
    public boolean enablePullbackEntries;
    public int pullbackConfidence;
    public double pullbackMinAdx;
    public double pullbackRsiLongMin;
    public double pullbackRsiShortMax;
    public boolean pullbackRequireMacdSign;
    public boolean enableSlowDriftEntries;
    public double slowDriftMinSlopePct;
    public double slowDriftMinAdx;
    public double slowDriftRsiLongMin;
    public double slowDriftRsiShortMax;
    public boolean slowDriftRequireMacdSign;

    // RangingThresholds
    public int minSignals;
    public double adxBelow;
    public double bbWidthRatioBelow;
    public double rsiLow;
    public double rsiHigh;

    // AnomalyThresholds
    public double priceChangePctGt;
    public double emaFastDevPctGt;

    // MomentumThresholds
    public double adxStrongGt;
    public double rsiLongStrong;
    public double rsiLongWeak;
    public double rsiShortStrong;
    public double rsiShortWeak;

    // StochRsiThresholds
    public double blockLongIfKGt;
    public double blockShortIfKLt;

    // From the behaviour plan: what no parameter can switch off.
    public boolean isAdxFloorEnabled;
    public boolean isTmcCapEnabled;
    public boolean isSlowDriftUnrangeEnabled;
    public boolean isEntryBudgetEnabled;

    /// Signal modes in the order they are tried: 1 standard, 2 pullback, 3 slow drift, 0 none.
    public int firstMode;
    public int secondMode;
    public int thirdMode;
}
