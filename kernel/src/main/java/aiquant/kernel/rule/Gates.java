package aiquant.kernel.rule;

/// The conditions a market must meet before a signal may be given.
///
/// Each gate reads the snapshot and the parameters only. A gate is added here, in [GateResult] and where a backtest
/// applies it to many rows at once, in `backtest.RowGates`.
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
        g.isRanging = isRanging(p, s.adx, s.bbWidthRatio, s.rsi) && !isDrifting(p, slope);
        g.isAnomaly = isAnomaly(p, s.close, s.prevClose, s.emaFast);
        g.isExtended = isExtended(p, s.close, s.emaFast);
        g.isVolumeOk = isVolumeOk(p, s.volume, s.volumeSma, s.volumeTrend);
        g.isRisingOk = isRisingOk(p, s.adx, s.adxSlope);
        g.adxFloor = adxFloor(p, s.adxSlope, s.atr, s.avgAtr);
        g.isFloorOk = s.adx > g.adxFloor;
        g.isBull = isBull(p, s.emaFast, s.emaSlow, s.emaMacro);
        g.isBear = isBear(p, s.emaFast, s.emaSlow, s.emaMacro);
        final boolean isFree = isFreeOfBtc(p, isBtc, btc, s.adx);
        g.isBtcOkLong = isFree || btc == BTC_BULLISH;
        g.isBtcOkShort = isFree || btc == BTC_BEARISH;
        bendRsiLimits(p, s, g);
        g.isAllOk = g.isFloorOk && !g.isRanging && !g.isAnomaly && !g.isExtended && g.isVolumeOk && g.isRisingOk;
    }

    /// Whether trend, bands and RSI agree that the market goes nowhere.
    public static boolean isRanging(RuleParams p, double adx, double bbWidthRatio, double rsi) {
        if (!p.enableRangingFilter) {
            return false;
        }
        final int weak = adx < p.adxBelow ? 1 : 0;
        final int narrow = bbWidthRatio < p.bbWidthRatioBelow ? 1 : 0;
        final int aboveLow = p.rsiLow < rsi ? 1 : 0;
        final int belowHigh = rsi < p.rsiHigh ? 1 : 0;
        final int votes = weak + narrow + aboveLow * belowHigh;
        final int needed = p.minSignals > 1 ? p.minSignals : 1;
        return votes >= needed;
    }

    /// Whether the slow average moves enough that a ranging market counts as none.
    public static boolean isDrifting(RuleParams p, double slope) {
        return p.isSlowDriftUnrangeEnabled && p.enableSlowDriftEntries && Math.abs(slope) >= p.slowDriftMinSlopePct;
    }

    public static boolean isAnomaly(RuleParams p, double close, double prevClose, double emaFast) {
        if (!p.enableAnomalyFilter) {
            return false;
        }
        final double move = prevClose > 0.0 ? Math.abs(close - prevClose) / prevClose : 0.0;
        final double distance = emaFast > 0.0 ? Math.abs(close - emaFast) / emaFast : 0.0;
        return move > p.priceChangePctGt || distance > p.emaFastDevPctGt;
    }

    public static boolean isExtended(RuleParams p, double close, double emaFast) {
        return p.enableExtensionFilter && Math.abs(close - emaFast) / emaFast > p.maxDistEmaFast;
    }

    public static boolean isVolumeOk(RuleParams p, double volume, double average, boolean isTrending) {
        if (!p.requireVolumeConfirmation) {
            return true;
        }
        final boolean isAbove = volume > average;
        return p.volConfirmIncludePrev ? isAbove || isTrending : isAbove && isTrending;
    }

    public static boolean isRisingOk(RuleParams p, double adx, double adxSlope) {
        return !p.requireAdxRising || adxSlope > 0.0 || adx > p.adxRisingSaturation;
    }

    /// What ADX must exceed.
    public static double adxFloor(RuleParams p, double adxSlope, double atr, double avgAtr) {
        if (!p.isAdxFloorEnabled) {
            return 0.0;
        }
        double floor = p.minAdx;
        if (p.isTmcCapEnabled && adxSlope > 0.5) {
            floor = Num.min(floor, 25.0);
        }
        if (p.aveEnabled && avgAtr > 0.0 && atr / avgAtr > p.aveAtrRatioGt) {
            floor = floor * (p.aveAdxMult > 0.0 ? p.aveAdxMult : 1.0);
        }
        return floor;
    }

    public static boolean isBull(RuleParams p, double emaFast, double emaSlow, double emaMacro) {
        return emaFast > emaSlow && (!p.requireMacroAlignment || emaSlow > emaMacro);
    }

    public static boolean isBear(RuleParams p, double emaFast, double emaSlow, double emaMacro) {
        return emaFast < emaSlow && (!p.requireMacroAlignment || emaSlow < emaMacro);
    }

    /// Whether BTC's direction does not matter; where it does, it speaks against one of the sides.
    public static boolean isFreeOfBtc(RuleParams p, boolean isBtc, int btc, double adx) {
        return !p.requireBtcAlignment || isBtc || btc == BTC_UNKNOWN || adx > p.btcAdxOverride;
    }

    private static void bendRsiLimits(RuleParams p, IndicatorSnapshot s, GateResult g) {
        final double weakAt = p.minAdx;
        final double strongAt = p.adxStrongGt > weakAt ? p.adxStrongGt : weakAt + 1.0;
        final double weight = Num.clamp((s.adx - weakAt) / (strongAt - weakAt), 0.0, 1.0);
        g.rsiLongLimit = p.rsiLongWeak + weight * (p.rsiLongStrong - p.rsiLongWeak);
        g.rsiShortLimit = p.rsiShortWeak + weight * (p.rsiShortStrong - p.rsiShortWeak);
    }
}
