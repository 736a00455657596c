package aiquant.kernel.rule;

/// The conditions a market must meet before a signal may be given.
///
/// Each gate reads the snapshot and the parameters only. A gate is added here and in [GateResult].
@DeviceCode
public final class Gates {
    public static final int BTC_UNKNOWN = 0;
    public static final int BTC_BULLISH = 1;
    public static final int BTC_BEARISH = 2;

    private Gates() {}

    /// Evaluates all gates of one symbol at one bar.
    ///
    /// @param isBtc whether the symbol is BTC itself, in any case
    /// @param btc   BTC's direction at the bar before
    /// @param slope change of the slow average over its window, as a fraction of price
    public static void evaluate(RuleParams p, IndicatorSnapshot s, boolean isBtc, int btc, double slope, GateResult g) {
        g.isRanging = p.enableRangingFilter && isRanging(p, s);
        if (p.isSlowDriftUnrangeEnabled
                && p.enableSlowDriftEntries
                && g.isRanging
                && Math.abs(slope) >= p.slowDriftMinSlopePct) {
            g.isRanging = false;
        }
        g.isAnomaly = p.enableAnomalyFilter && isAnomaly(p, s);
        g.isExtended = p.enableExtensionFilter && Math.abs(s.close - s.emaFast) / s.emaFast > p.maxDistEmaFast;
        g.isVolumeOk = !p.requireVolumeConfirmation || isVolumeOk(p, s);
        g.isRisingOk = !p.requireAdxRising || s.adxSlope > 0.0 || s.adx > p.adxRisingSaturation;
        g.adxFloor = adxFloor(p, s);
        g.isFloorOk = s.adx > g.adxFloor;
        g.isBull = s.emaFast > s.emaSlow && (!p.requireMacroAlignment || s.emaSlow > s.emaMacro);
        g.isBear = s.emaFast < s.emaSlow && (!p.requireMacroAlignment || s.emaSlow < s.emaMacro);
        final boolean isFree = !p.requireBtcAlignment || isBtc || btc == BTC_UNKNOWN || s.adx > p.btcAdxOverride;
        g.isBtcOkLong = isFree || btc == BTC_BULLISH;
        g.isBtcOkShort = isFree || btc == BTC_BEARISH;
        bendRsiLimits(p, s, g);
        g.isAllOk = g.isFloorOk && !g.isRanging && !g.isAnomaly && !g.isExtended && g.isVolumeOk && g.isRisingOk;
    }

    private static boolean isRanging(RuleParams p, IndicatorSnapshot s) {
        final int weak = s.adx < p.adxBelow ? 1 : 0;
        final int narrow = s.bbWidthRatio < p.bbWidthRatioBelow ? 1 : 0;
        final int aboveLow = p.rsiLow < s.rsi ? 1 : 0;
        final int belowHigh = s.rsi < p.rsiHigh ? 1 : 0;
        final int votes = weak + narrow + aboveLow * belowHigh;
        final int needed = p.minSignals > 1 ? p.minSignals : 1;
        return votes >= needed;
    }

    private static boolean isAnomaly(RuleParams p, IndicatorSnapshot s) {
        final double move = s.prevClose > 0.0 ? Math.abs(s.close - s.prevClose) / s.prevClose : 0.0;
        final double distance = s.emaFast > 0.0 ? Math.abs(s.close - s.emaFast) / s.emaFast : 0.0;
        return move > p.priceChangePctGt || distance > p.emaFastDevPctGt;
    }

    private static boolean isVolumeOk(RuleParams p, IndicatorSnapshot s) {
        final boolean isAbove = s.volume > s.volumeSma;
        return p.volConfirmIncludePrev ? isAbove || s.volumeTrend : isAbove && s.volumeTrend;
    }

    private static double adxFloor(RuleParams p, IndicatorSnapshot s) {
        if (!p.isAdxFloorEnabled) {
            return 0.0;
        }
        double floor = p.minAdx;
        if (p.isTmcCapEnabled && s.adxSlope > 0.5) {
            floor = Num.min(floor, 25.0);
        }
        if (p.aveEnabled && s.avgAtr > 0.0 && s.atr / s.avgAtr > p.aveAtrRatioGt) {
            floor = floor * (p.aveAdxMult > 0.0 ? p.aveAdxMult : 1.0);
        }
        return floor;
    }

    private static void bendRsiLimits(RuleParams p, IndicatorSnapshot s, GateResult g) {
        final double weakAt = p.minAdx;
        final double strongAt = p.adxStrongGt > weakAt ? p.adxStrongGt : weakAt + 1.0;
        final double weight = Num.clamp((s.adx - weakAt) / (strongAt - weakAt), 0.0, 1.0);
        g.rsiLongLimit = p.rsiLongWeak + weight * (p.rsiLongStrong - p.rsiLongWeak);
        g.rsiShortLimit = p.rsiShortWeak + weight * (p.rsiShortStrong - p.rsiShortWeak);
    }
}
