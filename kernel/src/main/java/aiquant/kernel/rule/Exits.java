package aiquant.kernel.rule;

/// The exit rules, tried in the plan's order; the first that triggers wins. Closes only: highs and lows are not looked
/// at.
///
/// A rule is added here: a number, a case in [#evaluate] and its method; its id in `Behaviour` puts it into plans.
@DeviceCode
public final class Exits {
    public static final int STOP_ASE = 0;
    public static final int STOP_DASE = 1;
    public static final int STOP_SLB = 2;
    public static final int STOP_BASE = 3;
    public static final int STOP_BREAKEVEN = 4;
    public static final int TRAIL_LOW_CONFIDENCE = 5;
    public static final int TRAIL_VOLATILITY = 6;
    public static final int TRAIL_BASE = 7;
    public static final int TARGET_PARTIAL = 8;
    public static final int TARGET_FULL = 9;
    public static final int TREND_BREAKDOWN = 10;
    public static final int TREND_EXHAUSTION = 11;
    public static final int MACRO_BREAKDOWN = 12;
    public static final int STAGNATION = 13;
    public static final int FUNDING_HEADWIND = 14;
    public static final int SATURATION = 15;
    public static final int DIVERGENCE = 16;
    public static final int RSI_OVEREXTENSION = 17;

    private static final double MS_PER_HOUR = 3600000.0;

    private Exits() {}

    /// Decides about one open position at one tick. Moves the position's trailing stop; changes nothing else.
    ///
    /// @param plan   rule numbers in order
    /// @param rules  how many of them
    /// @param isPaxg whether the symbol is PAXG, in any case: it is never called stagnant
    public static void evaluate(
            RuleParams p,
            int[] plan,
            int rules,
            Position pos,
            IndicatorSnapshot s,
            long ts,
            boolean isPaxg,
            ExitView v,
            ExitResult out) {
        out.action = ExitResult.HOLD;
        if (isGlitch(p, s)) {
            return;
        }
        prepare(p, pos, s, ts, v);
        for (int i = 0; i < rules; i++) {
            switch (plan[i]) {
                case STOP_ASE -> {
                    if (s.adxSlope < 0.0 && v.isUnderwater) {
                        v.stopMult = v.stopMult * 0.8;
                    }
                    testMovedStop(pos, s, v, out);
                }
                case STOP_DASE -> {
                    if (s.adx > 40.0 && v.profitAtr > 0.5) {
                        v.stopMult = v.stopMult * 1.15;
                    }
                    testMovedStop(pos, s, v, out);
                }
                case STOP_SLB -> {
                    if (s.adx > 45.0) {
                        v.stopMult = v.stopMult * 1.10;
                    }
                    testMovedStop(pos, s, v, out);
                }
                case STOP_BASE -> {
                    v.isStopBased = true;
                    testMovedStop(pos, s, v, out);
                }
                case STOP_BREAKEVEN -> breakeven(p, pos, s, v, out);
                case TRAIL_LOW_CONFIDENCE -> {
                    if (pos.confidence == 0) {
                        v.trailStart = override(p.trailingStartAtrLowConf, p.trailingStartAtr);
                        v.trailDistance = override(p.trailingDistanceAtrLowConf, p.trailingDistanceAtr);
                    }
                    testMovedTrail(pos, s, v, out);
                }
                case TRAIL_VOLATILITY -> {
                    v.isTrailBuffered = p.enableVolBufferedTrailing;
                    testMovedTrail(pos, s, v, out);
                }
                case TRAIL_BASE -> {
                    v.isTrailBased = true;
                    testMovedTrail(pos, s, v, out);
                }
                case TARGET_PARTIAL -> partialTarget(p, pos, s, v, out);
                case TARGET_FULL -> fullTarget(p, pos, s, v, out);
                case TREND_BREAKDOWN -> trendBreakdown(pos, s, out);
                case TREND_EXHAUSTION -> trendExhaustion(p, pos, s, out);
                case MACRO_BREAKDOWN -> macroBreakdown(p, pos, s, out);
                case STAGNATION -> stagnation(s, isPaxg, v, out);
                case FUNDING_HEADWIND -> Headwind.evaluate(pos, s, v, out);
                case SATURATION -> saturation(p, pos, s, v, out);
                case DIVERGENCE -> divergence(pos, s, v, out);
                case RSI_OVEREXTENSION -> rsiOverextension(p, pos, s, v, out);
                default -> {
                    return;
                }
            }
            if (out.action != ExitResult.HOLD) {
                return;
            }
        }
    }

    private static boolean isGlitch(RuleParams p, IndicatorSnapshot s) {
        if (!p.blockExitsOnExtremeDev || !(s.prevClose > 0.0)) {
            return false;
        }
        final double move = Math.abs(s.close - s.prevClose);
        return move / s.prevClose > p.glitchPriceDevPct || (s.atr > 0.0 && move > s.atr * p.glitchAtrMult);
    }

    private static void prepare(RuleParams p, Position pos, IndicatorSnapshot s, long ts, ExitView v) {
        v.entry = Num.q(pos.entry);
        v.atr = pos.entryAtr > 0.0 ? pos.entryAtr : v.entry * 0.005;
        v.gain = pos.side > 0 ? s.close - v.entry : v.entry - s.close;
        v.profitAtr = v.atr > 0.0 ? v.gain / v.atr : 0.0;
        v.isUnderwater = pos.side > 0 ? s.close < v.entry : s.close > v.entry;
        v.hours = ts > pos.openMs ? (ts - pos.openMs) / MS_PER_HOUR : 0.0;
        v.stopMult = p.slAtrMult;
        v.isStopBased = false;
        v.trailStart = p.trailingStartAtr;
        v.trailDistance = p.trailingDistanceAtr;
        v.isTrailBuffered = false;
        v.isTrailBased = false;
    }

    private static double override(double value, double otherwise) {
        return value > 0.0 ? value : otherwise;
    }

    private static void close(int reason, ExitResult out) {
        out.action = ExitResult.FULL;
        out.reason = reason;
        out.fraction = 1.0;
        out.argA = 0.0;
        out.argB = 0.0;
        out.argC = 0.0;
    }

    /// Whether the close has reached a level on the losing side.
    private static boolean isAtOrBeyond(int side, double close, double level) {
        return side > 0 ? close <= level : close >= level;
    }

    /// The stop's distance is fixed by its multiplier; once it exists, every later modifier moves and tests it anew.
    private static void testMovedStop(Position pos, IndicatorSnapshot s, ExitView v, ExitResult out) {
        if (!v.isStopBased) {
            return;
        }
        v.stop = stopLevel(pos.side, v.entry, v.atr, v.stopMult);
        if (isAtOrBeyond(pos.side, s.close, v.stop)) {
            close(Reason.STOP_LOSS, out);
        }
    }

    /// The level of a stop `mult` ATR behind the entry.
    public static double stopLevel(int side, double entry, double atr, double mult) {
        final double distance = Num.max(atr, 1e-12) * mult;
        return side > 0 ? entry - distance : entry + distance;
    }

    /// Moves the stop beyond the entry after a profit. Ahead of the base in a custom order it does nothing, because
    /// there
    /// is no stop to move yet.
    private static void breakeven(RuleParams p, Position pos, IndicatorSnapshot s, ExitView v, ExitResult out) {
        if (!v.isStopBased || !p.enableBreakevenStop || !(p.breakevenStartAtr > 0.0)) {
            return;
        }
        if (v.gain >= v.atr * p.breakevenStartAtr) {
            final double buffer = Num.max(v.atr, 1e-12) * p.breakevenBufferAtr;
            v.stop = pos.side > 0 ? Num.max(v.stop, v.entry + buffer) : Num.min(v.stop, v.entry - buffer);
        }
        if (isAtOrBeyond(pos.side, s.close, v.stop)) {
            close(Reason.STOP_LOSS, out);
        }
    }

    private static void testMovedTrail(Position pos, IndicatorSnapshot s, ExitView v, ExitResult out) {
        if (!v.isTrailBased) {
            return;
        }
        if (v.profitAtr >= v.trailStart) {
            final double distance = v.atr * trailDistance(pos.side, s, v);
            final double level = pos.side > 0 ? s.close - distance : s.close + distance;
            if (!pos.hasTrailing) {
                pos.trailing = level;
            } else {
                pos.trailing = pos.side > 0 ? Num.max(pos.trailing, level) : Num.min(pos.trailing, level);
            }
            pos.hasTrailing = true;
        }
        if (pos.hasTrailing && isAtOrBeyond(pos.side, s.close, pos.trailing)) {
            close(Reason.TRAILING_STOP, out);
        }
    }

    private static double trailDistance(int side, IndicatorSnapshot s, ExitView v) {
        final boolean isMomentumOurs = side > 0 ? s.rsi > 60.0 : s.rsi < 40.0;
        double distance = v.trailDistance;
        if (v.isTrailBuffered && s.bbWidthRatio > 1.2) {
            distance = distance * 1.25;
        }
        if (v.profitAtr > 2.0) {
            double tighten = 0.5;
            if (s.adx > 35.0 && s.adxSlope > 0.0) {
                tighten = 1.0;
            } else if (s.atrSlope > 0.0) {
                tighten = 0.75;
            }
            distance = v.trailDistance * tighten;
        } else if (s.adx < 25.0) {
            distance = v.trailDistance * 0.7;
        }
        return Num.max(distance, isMomentumOurs ? 0.7 : 0.5);
    }

    private static boolean isTargetReached(Position pos, IndicatorSnapshot s, ExitView v, double mult) {
        final double distance = v.atr * mult;
        return pos.side > 0 ? s.close >= v.entry + distance : s.close <= v.entry - distance;
    }

    private static void partialTarget(RuleParams p, Position pos, IndicatorSnapshot s, ExitView v, ExitResult out) {
        if (!p.enablePartialTp || pos.isTp1Taken) {
            return;
        }
        if (!isTargetReached(pos, s, v, override(p.tpPartialAtrMult, p.tpAtrMult))) {
            return;
        }
        final double part = Num.clamp(p.tpPartialPct, 0.0, 1.0);
        if (part >= 1.0) {
            close(Reason.TARGET, out);
        } else if (part > 0.0 && !((Num.q(pos.size) * (1.0 - part)) * s.close < p.tpPartialMinNotionalUsd)) {
            close(Reason.PARTIAL_TARGET, out);
            out.action = ExitResult.PARTIAL;
            out.fraction = part;
        }
    }

    private static void fullTarget(RuleParams p, Position pos, IndicatorSnapshot s, ExitView v, ExitResult out) {
        if (p.enablePartialTp && pos.isTp1Taken && p.tpPartialAtrMult <= 0.0) {
            return;
        }
        if (isTargetReached(pos, s, v, p.tpAtrMult)) {
            close(Reason.TARGET, out);
        }
    }

    private static void trendBreakdown(Position pos, IndicatorSnapshot s, ExitResult out) {
        final double gap = s.emaSlow > 0.0 ? Math.abs(s.emaFast - s.emaSlow) / s.emaSlow : 0.0;
        final boolean isWeakCross = gap < 0.001 && s.adx > 25.0;
        final boolean isCrossed = pos.side > 0 ? s.emaFast < s.emaSlow : s.emaFast > s.emaSlow;
        if (isCrossed && !isWeakCross) {
            close(Reason.TREND_BREAKDOWN, out);
        }
    }

    private static void trendExhaustion(RuleParams p, Position pos, IndicatorSnapshot s, ExitResult out) {
        double least = p.smartExitAdxExhaustionLt;
        if (pos.entryAdxThreshold > 0.0) {
            least = pos.entryAdxThreshold;
        } else if (pos.confidence == 0 && p.smartExitAdxExhaustionLtLowConf > 0.0) {
            least = p.smartExitAdxExhaustionLtLowConf;
        }
        least = Num.max(least, 0.0);
        if (least > 0.0 && s.adx < least) {
            close(Reason.TREND_EXHAUSTION, out);
            out.argA = least;
        }
    }

    private static void macroBreakdown(RuleParams p, Position pos, IndicatorSnapshot s, ExitResult out) {
        if (!p.requireMacroAlignment || !(s.emaMacro > 0.0)) {
            return;
        }
        if (pos.side > 0 && s.close < s.emaMacro) {
            close(Reason.MACRO_BREAKDOWN, out);
        } else if (pos.side < 0 && s.close > s.emaMacro) {
            close(Reason.MACRO_BREAKOUT, out);
        }
    }

    private static void stagnation(IndicatorSnapshot s, boolean isPaxg, ExitView v, ExitResult out) {
        final double least = v.atr * 0.70;
        if (s.atr < least && v.isUnderwater && !isPaxg) {
            close(Reason.STAGNATION, out);
            out.argA = s.atr;
            out.argB = least;
        }
    }

    private static void saturation(RuleParams p, Position pos, IndicatorSnapshot s, ExitView v, ExitResult out) {
        if (!(s.adx > 50.0) || !(v.profitAtr >= p.tsmeMinProfitAtr)) {
            return;
        }
        if (p.tsmeRequireAdxSlopeNegative && !(s.adxSlope < 0.0)) {
            return;
        }
        final boolean isFading = pos.side > 0
                ? s.macdHist < s.macdHistPrev && s.macdHistPrev < s.macdHistPrev2
                : s.macdHist > s.macdHistPrev && s.macdHistPrev > s.macdHistPrev2;
        if (isFading) {
            close(Reason.SATURATION, out);
            out.argA = s.adx;
            out.argB = s.adxSlope;
        }
    }

    private static void divergence(Position pos, IndicatorSnapshot s, ExitView v, ExitResult out) {
        if (!(v.profitAtr > 1.5) || !(s.adx > 35.0)) {
            return;
        }
        final boolean isFading = pos.side > 0
                ? s.macdHist < s.macdHistPrev && s.macdHistPrev < s.macdHistPrev2 && s.macdHistPrev2 < s.macdHistPrev3
                : s.macdHist > s.macdHistPrev && s.macdHistPrev > s.macdHistPrev2 && s.macdHistPrev2 > s.macdHistPrev3;
        if (isFading) {
            close(Reason.DIVERGENCE, out);
            out.argA = v.profitAtr;
        }
    }

    private static void rsiOverextension(RuleParams p, Position pos, IndicatorSnapshot s, ExitView v, ExitResult out) {
        if (!p.enableRsiOverextensionExit) {
            return;
        }
        final boolean isSmall = v.profitAtr < Num.max(p.rsiExitProfitAtrSwitch, 0.0);
        final boolean isLow = pos.confidence == 0;
        double upper = isSmall ? p.rsiExitUbLoProfit : p.rsiExitUbHiProfit;
        double lower = isSmall ? p.rsiExitLbLoProfit : p.rsiExitLbHiProfit;
        if (isLow) {
            upper = override(isSmall ? p.rsiExitUbLoProfitLowConf : p.rsiExitUbHiProfitLowConf, upper);
            lower = override(isSmall ? p.rsiExitLbLoProfitLowConf : p.rsiExitLbHiProfitLowConf, lower);
        }
        if (pos.side > 0 && s.rsi > upper) {
            close(Reason.RSI_OVERBOUGHT, out);
            out.argA = s.rsi;
            out.argB = upper;
        } else if (pos.side < 0 && s.rsi < lower) {
            close(Reason.RSI_OVERSOLD, out);
            out.argA = s.rsi;
            out.argB = lower;
        }
    }
}
