package aiquant.kernel.rule;

/// The three entry modes, tried in the plan's order; the first that speaks is heard.
@DeviceCode
public final class Signals {
    public static final int STANDARD = 1;
    public static final int PULLBACK = 2;
    public static final int SLOW_DRIFT = 3;

    private static final int MACD_ACCEL = 0;
    private static final int MACD_SIGN = 1;

    private Signals() {}

    public static void decide(RuleParams p, IndicatorSnapshot s, GateResult g, double slope, Signal out) {
        out.side = 0;
        out.confidence = 0;
        out.adxThreshold = 0.0;
        tryMode(p.firstMode, p, s, g, slope, out);
        if (out.side == 0) {
            tryMode(p.secondMode, p, s, g, slope, out);
        }
        if (out.side == 0) {
            tryMode(p.thirdMode, p, s, g, slope, out);
        }
    }

    private static void tryMode(int mode, RuleParams p, IndicatorSnapshot s, GateResult g, double slope, Signal out) {
        if (mode == STANDARD) {
            standard(p, s, g, out);
        } else if (mode == PULLBACK) {
            pullback(p, s, g, out);
        } else if (mode == SLOW_DRIFT) {
            slowDrift(p, s, g, slope, out);
        }
    }

    private static void standard(RuleParams p, IndicatorSnapshot s, GateResult g, Signal out) {
        if (!g.isAllOk) {
            return;
        }
        int side = 0;
        if (g.isBull && s.close > s.emaFast) {
            if (s.rsi > g.rsiLongLimit
                    && isMacdLong(p, s.macdHist, s.macdHistPrev)
                    && isStochLong(p, s)
                    && g.isBtcOkLong) {
                side = 1;
            }
        } else if (g.isBear && s.close < s.emaFast) {
            if (s.rsi < g.rsiShortLimit
                    && isMacdShort(p, s.macdHist, s.macdHistPrev)
                    && isStochShort(p, s)
                    && g.isBtcOkShort) {
                side = -1;
            }
        }
        if (side != 0) {
            out.side = side;
            out.confidence = s.volume > s.volumeSma * p.highConfVolumeMult ? 2 : 1;
            out.adxThreshold = g.adxFloor;
        }
    }

    /// Whether MACD allows the standard mode to buy.
    public static boolean isMacdLong(RuleParams p, double hist, double histBefore) {
        if (p.macdHistEntryMode == MACD_ACCEL) {
            return hist > histBefore;
        }
        return p.macdHistEntryMode != MACD_SIGN || hist > 0.0;
    }

    /// Whether MACD allows the standard mode to sell.
    public static boolean isMacdShort(RuleParams p, double hist, double histBefore) {
        if (p.macdHistEntryMode == MACD_ACCEL) {
            return hist < histBefore;
        }
        return p.macdHistEntryMode != MACD_SIGN || hist < 0.0;
    }

    private static boolean isStochLong(RuleParams p, IndicatorSnapshot s) {
        return !p.useStochRsiFilter || s.stochK < p.blockLongIfKGt;
    }

    private static boolean isStochShort(RuleParams p, IndicatorSnapshot s) {
        return !p.useStochRsiFilter || s.stochK > p.blockShortIfKLt;
    }

    private static void pullback(RuleParams p, IndicatorSnapshot s, GateResult g, Signal out) {
        if (!p.enablePullbackEntries || !isCalm(g) || !(s.adx >= p.pullbackMinAdx)) {
            return;
        }
        int side = 0;
        if (s.prevClose <= s.prevEmaFast && s.close > s.emaFast && g.isBull && g.isBtcOkLong) {
            if ((!p.pullbackRequireMacdSign || s.macdHist > 0.0) && s.rsi >= p.pullbackRsiLongMin) {
                side = 1;
            }
        } else if (s.prevClose >= s.prevEmaFast && s.close < s.emaFast && g.isBear && g.isBtcOkShort) {
            if ((!p.pullbackRequireMacdSign || s.macdHist < 0.0) && s.rsi <= p.pullbackRsiShortMax) {
                side = -1;
            }
        }
        if (side != 0) {
            out.side = side;
            out.confidence = p.pullbackConfidence;
            out.adxThreshold = p.pullbackMinAdx;
        }
    }

    private static void slowDrift(RuleParams p, IndicatorSnapshot s, GateResult g, double slope, Signal out) {
        if (!p.enableSlowDriftEntries || !isCalm(g) || !(s.adx >= p.slowDriftMinAdx)) {
            return;
        }
        int side = 0;
        if (g.isBull && s.close > s.emaSlow && g.isBtcOkLong && slope >= p.slowDriftMinSlopePct) {
            if ((!p.slowDriftRequireMacdSign || s.macdHist > 0.0) && s.rsi >= p.slowDriftRsiLongMin) {
                side = 1;
            }
        } else if (g.isBear && s.close < s.emaSlow && g.isBtcOkShort && slope <= -p.slowDriftMinSlopePct) {
            if ((!p.slowDriftRequireMacdSign || s.macdHist < 0.0) && s.rsi <= p.slowDriftRsiShortMax) {
                side = -1;
            }
        }
        if (side != 0) {
            out.side = side;
            out.confidence = 0;
            out.adxThreshold = p.slowDriftMinAdx;
        }
    }

    /// Neither ranging nor violent nor stretched, and with volume; the ADX rules are left to the mode.
    private static boolean isCalm(GateResult g) {
        return !g.isAnomaly && !g.isExtended && !g.isRanging && g.isVolumeOk;
    }
}
