package aiquant.kernel.rule;

/// What turns a raw signal into a candidate: transforms of the signal, then four filters.
@DeviceCode
public final class Filters {
    public static final int PASS = 0;
    public static final int CONFIDENCE = 1;
    public static final int REENTRY = 2;
    public static final int MACD_SIDE = 3;
    public static final int RSI_EXTREME = 4;

    private static final double STRONG_TREND_ADX = 40.0;
    private static final double WEAK_TREND_ADX = 25.0;

    private Filters() {}

    /// ATR held to its floor, a fraction of price; used for sizing and remembered by the position.
    public static double flooredAtr(RuleParams p, IndicatorSnapshot s) {
        if (p.minAtrPct > 0.0) {
            final double floor = s.close * p.minAtrPct;
            if (s.atr < floor) {
                return floor;
            }
        }
        return s.atr;
    }

    /// The side after reversal and the breadth rules; 0 when the market's breadth blocks it.
    public static int transform(RuleParams p, int side, double breadth) {
        boolean isReversed = p.reverseEntrySignal;
        if (p.enableAutoReverse) {
            isReversed = breadth >= p.autoReverseBreadthLow && breadth <= p.autoReverseBreadthHigh;
        }
        final int turned = isReversed ? -side : side;
        if (p.enableRegimeFilter) {
            if (turned < 0 && breadth > p.breadthBlockShortAbove) {
                return 0;
            }
            if (turned > 0 && breadth < p.breadthBlockLongBelow) {
                return 0;
            }
        }
        return turned;
    }

    /// The first filter that blocks a fresh entry, or [#PASS]. Confidence comes first and asks nothing of the
    /// indicators:
    /// `backtest.Replay` does not look them up for a signal that is too weak.
    public static int firstBlock(RuleParams p, IndicatorSnapshot s, Cooldown c, int side, int confidence, long ts) {
        if (confidence < p.entryMinConfidence) {
            return CONFIDENCE;
        }
        if (isReentryTooSoon(p, s, c, side, ts)) {
            return REENTRY;
        }
        if (p.enableSsfFilter && !(side > 0 ? s.macdHist > 0.0 : s.macdHist < 0.0)) {
            return MACD_SIDE;
        }
        if (p.enableReefFilter && isRsiExtreme(p, s, side)) {
            return RSI_EXTREME;
        }
        return PASS;
    }

    private static boolean isReentryTooSoon(RuleParams p, IndicatorSnapshot s, Cooldown c, int side, long ts) {
        if (p.reentryCooldownMinutes == 0 || !c.hasClose || c.isCloseFlip || c.closeSide != side) {
            return false;
        }
        final double shortest = p.reentryCooldownMinMins;
        final double longest = p.reentryCooldownMaxMins;
        double minutes = longest + ((s.adx - WEAK_TREND_ADX) / 15.0) * (shortest - longest);
        if (s.adx >= STRONG_TREND_ADX) {
            minutes = shortest;
        } else if (s.adx <= WEAK_TREND_ADX) {
            minutes = longest;
        }
        return ts - c.closeMs < (long) (minutes * 60000.0);
    }

    private static boolean isRsiExtreme(RuleParams p, IndicatorSnapshot s, int side) {
        final boolean isWeak = s.adx < p.reefAdxThreshold;
        if (side > 0) {
            return s.rsi > (isWeak ? p.reefLongRsiBlockGt : p.reefLongRsiExtremeGt);
        }
        return s.rsi < (isWeak ? p.reefShortRsiBlockLt : p.reefShortRsiExtremeLt);
    }
}
