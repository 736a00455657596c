package aiquant.kernel.decision;

import aiquant.kernel.rule.GateCount;
import aiquant.kernel.rule.GateResult;
import aiquant.kernel.rule.IndicatorSnapshot;
import aiquant.kernel.rule.RuleParams;
import aiquant.kernel.rule.Signal;
import aiquant.kernel.strategy.Confidence;
import java.util.List;
import java.util.Locale;

/// Writes down what the gates saw, in words and numbers for people.
final class Traces {

    private Traces() {}

    /// @param isHolding whether a position is open after the bar
    /// @param fills  how many orders the bar led to
    /// @param count  1 when it became a candidate
    /// @param counts filters that blocked it
    static DecisionTrace of(
            KernelEvent.BarClosed bar,
            RuleParams p,
            GateResult g,
            Signal signal,
            boolean isHolding,
            int fills,
            int count,
            long[] counts) {
        return new DecisionTrace(
                bar.timeMs(),
                bar.symbol(),
                signal.side == 0 ? "NEUTRAL" : signal.side > 0 ? "BUY" : "SELL",
                Confidence.of(signal.confidence).name().toLowerCase(Locale.ROOT),
                outcome(signal, isHolding, fills, count, counts),
                checks(p, bar.snapshot(), g));
    }

    private static String outcome(Signal signal, boolean isHolding, int fills, int count, long[] counts) {
        if (count == 1) {
            return "candidate";
        }
        if (fills > 0) {
            return "order";
        }
        if (signal.side == 0) {
            return "no signal";
        }
        if (counts[GateCount.CONFIDENCE] > 0) {
            return "blocked: confidence too low";
        }
        if (counts[GateCount.REENTRY] > 0) {
            return "blocked: re-entry too soon";
        }
        if (counts[GateCount.MACD_SIDE] > 0) {
            return "blocked: MACD on the other side";
        }
        if (counts[GateCount.RSI_EXTREME] > 0) {
            return "blocked: RSI extreme";
        }
        return isHolding ? "blocked: in position, no add" : "blocked: market breadth";
    }

    private static List<DecisionTrace.Check> checks(RuleParams p, IndicatorSnapshot s, GateResult g) {
        double distance = s.emaFast > 0.0 ? Math.abs(s.close - s.emaFast) / s.emaFast : 0.0;
        double move = s.prevClose > 0.0 ? Math.abs(s.close - s.prevClose) / s.prevClose : 0.0;
        return List.of(
                new DecisionTrace.Check("ranging", s.adx, p.adxBelow, !g.isRanging),
                new DecisionTrace.Check("anomaly", move, p.priceChangePctGt, !g.isAnomaly),
                new DecisionTrace.Check("extension", distance, p.maxDistEmaFast, !g.isExtended),
                new DecisionTrace.Check("volume", s.volume, s.volumeSma, g.isVolumeOk),
                new DecisionTrace.Check("ADX rising", s.adxSlope, 0.0, g.isRisingOk),
                new DecisionTrace.Check("ADX floor", s.adx, g.adxFloor, g.isFloorOk),
                new DecisionTrace.Check("alignment", s.emaFast, s.emaSlow, g.isBull || g.isBear),
                new DecisionTrace.Check(
                        "BTC alignment", s.adx, p.btcAdxOverride, g.isBull ? g.isBtcOkLong : g.isBtcOkShort));
    }
}
