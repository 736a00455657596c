package aiquant.kernel.rule;

/// The exit for positions that lose money and pay funding: the costlier the rate, the less loss is borne.
///
/// Silent where no funding rate is supplied, as in replay.
@DeviceCode
public final class Headwind {

    private Headwind() {}

    static void evaluate(Position pos, IndicatorSnapshot s, ExitView v, ExitResult out) {
        final boolean isPaying = pos.side > 0 ? s.fundingRate > 0.0 : s.fundingRate < 0.0;
        if (!isPaying || !v.isUnderwater) {
            return;
        }
        final double distance = Math.abs(s.close - v.entry) / Num.max(v.atr, 1e-12);
        final double borne = tolerance(pos, s, v);
        if (distance > borne) {
            out.action = ExitResult.FULL;
            out.reason = Reason.FUNDING_HEADWIND;
            out.fraction = 1.0;
            out.argA = s.fundingRate;
            out.argB = borne;
            out.argC = v.hours;
        }
    }

    private static double tolerance(Position pos, IndicatorSnapshot s, ExitView v) {
        final boolean isLong = pos.side > 0;
        final boolean isTrendOurs = isLong ? s.emaFast > s.emaSlow : s.emaFast < s.emaSlow;
        final boolean isImproving = isLong ? s.macdHist > s.macdHistPrev : s.macdHist < s.macdHistPrev;
        final boolean isMacroOurs = s.emaMacro > 0.0 && (isLong ? s.close > s.emaMacro : s.close < s.emaMacro);
        final boolean isHigh = pos.confidence == 2;

        double borne = startingTolerance(Math.abs(s.fundingRate));
        if (s.atr > 1.2 * v.atr) {
            borne = borne * 0.6;
        }
        if (v.hours > 1.0) {
            borne = Num.max(borne * Num.max(0.0, 1.0 - (v.hours - 1.0) / 11.0), 0.35);
        }
        if (isTrendOurs && s.adx > 25.0) {
            borne = Num.max(borne, 0.75);
        }
        if (isImproving) {
            borne = Num.max(borne * 1.5, 0.50);
        }
        if (s.adx > 35.0) {
            borne = borne * 1.4;
        }
        if (isHigh) {
            borne = borne * 1.25;
        }
        if (isMacroOurs) {
            borne = borne * 1.3;
        }
        if (isImproving && isMacroOurs && isHigh) {
            borne = borne * 1.5;
        }
        return tightenOrLoosen(borne, isLong, s, v);
    }

    private static double tightenOrLoosen(double start, boolean isLong, IndicatorSnapshot s, ExitView v) {
        double borne = start;
        if (s.close > 0.0 && s.atr / s.close < 0.002) {
            borne = borne * 1.25;
        }
        if (isLong ? s.rsi < 35.0 : s.rsi > 65.0) {
            borne = borne * 1.3;
        }
        if (s.adx > 45.0) {
            borne = borne * 1.6;
        }
        if (s.adxSlope > 1.0) {
            borne = borne * 1.4;
        }
        if (s.adx > 40.0) {
            borne = borne * 1.25;
        }
        if (v.profitAtr > 1.5 && s.atrSlope > 0.0) {
            borne = borne * 1.5;
        }
        if (v.profitAtr > 3.0) {
            borne = borne * 2.0;
        } else if (v.profitAtr > 2.0) {
            borne = borne * 1.5;
        }
        if (s.adxSlope < 0.0) {
            borne = borne * 0.75;
        }
        return borne;
    }

    private static double startingTolerance(double rate) {
        if (rate > 1e-4) {
            return 0.15;
        }
        if (rate > 6e-5) {
            return 0.25;
        }
        if (rate > 4e-5) {
            return 0.40;
        }
        if (rate > 2e-5) {
            return 0.60;
        }
        return rate < 1e-5 ? 0.95 : 0.80;
    }
}
