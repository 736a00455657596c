package aiquant.kernel.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// The position stands at 100 with an ATR of 1, so that profits read as multiples of ATR.
class ExitsTest {
    private static final int[] ALL = IntStream.rangeClosed(0, 17).toArray();

    private final RuleParams p = Samples.rules();
    private final IndicatorSnapshot s = Samples.uptrend();
    private Position pos = Samples.position(1);
    private final ExitResult out = new ExitResult();
    private long ts;
    private boolean isPaxg;

    @Test
    void holdsAQuietWinner() {
        s.close = 100.5;

        assertHold(ALL);
    }

    @Test
    void stopsTwoAtrBehindTheEntry() {
        s.close = 98.1;
        assertHold(Exits.STOP_BASE);
        s.close = 98.0;
        assertFull(Reason.STOP_LOSS, Exits.STOP_BASE);

        pos = Samples.position(-1);
        s.close = 101.9;
        assertHold(Exits.STOP_BASE);
        s.close = 102.0;
        assertFull(Reason.STOP_LOSS, Exits.STOP_BASE);
    }

    @Test
    void takesHalfAPercentForAnUnknownAtr() {
        pos.entryAtr = 0.0;
        s.close = 99.1;
        assertHold(Exits.STOP_BASE);

        s.close = 99.0;
        assertFull(Reason.STOP_LOSS, Exits.STOP_BASE);
    }

    @Test
    void tightensTheStopWhenTheTrendFades() {
        s.close = 98.4;
        s.adxSlope = -0.1;
        assertHold(Exits.STOP_BASE);

        assertFull(Reason.STOP_LOSS, Exits.STOP_ASE, Exits.STOP_BASE);
        assertFull(Reason.STOP_LOSS, Exits.STOP_BASE, Exits.STOP_ASE);
    }

    @Test
    void widensTheStopInAStrongTrend() {
        s.close = 98.0;
        s.adx = 45.1;
        // 2 · 1.1 = 2.2 ATR before the base; after it, the narrow stop has already been hit.
        assertHold(Exits.STOP_SLB, Exits.STOP_BASE);
        assertFull(Reason.STOP_LOSS, Exits.STOP_BASE, Exits.STOP_SLB);

        // A negative multiplier puts the stop above the entry, where a profit of 1 ATR can meet 1.1 · 1.15.
        p.slAtrMult = -1.0;
        s.close = 101.1;
        s.adx = 41.0;
        assertFull(Reason.STOP_LOSS, Exits.STOP_DASE, Exits.STOP_BASE);
        s.close = 101.16;
        assertHold(Exits.STOP_DASE, Exits.STOP_BASE);
        assertHold(Exits.STOP_BASE);
    }

    @Test
    void hasNoStopWithoutItsBase() {
        s.close = 50.0;
        s.adxSlope = -0.1;

        assertHold(Exits.STOP_ASE, Exits.STOP_DASE, Exits.STOP_SLB, Exits.STOP_BREAKEVEN);
    }

    @Test
    void movesTheStopToTheEntryOnlyAfterTheBase() {
        p.breakevenStartAtr = 0.5;
        p.breakevenBufferAtr = 0.6;
        s.close = 100.6;
        assertFull(Reason.STOP_LOSS, Exits.STOP_BASE, Exits.STOP_BREAKEVEN);
        assertHold(Exits.STOP_BREAKEVEN, Exits.STOP_BASE);

        s.close = 100.4;
        assertHold(Exits.STOP_BASE, Exits.STOP_BREAKEVEN);

        s.close = 100.7;
        assertHold(Exits.STOP_BASE, Exits.STOP_BREAKEVEN);

        pos = Samples.position(-1);
        s.close = 99.4;
        assertFull(Reason.STOP_LOSS, Exits.STOP_BASE, Exits.STOP_BREAKEVEN);

        p.enableBreakevenStop = false;
        assertHold(Exits.STOP_BASE, Exits.STOP_BREAKEVEN);
    }

    @Test
    void armsTheTrailAtOneAtrAndOnlyTightensIt() {
        s.close = 100.9;
        assertHold(Exits.TRAIL_BASE);
        assertThat(pos.hasTrailing).isFalse();

        s.close = 101.5;
        assertHold(Exits.TRAIL_BASE);
        assertThat(pos.trailing).isEqualTo(100.7);

        s.close = 101.2;
        assertHold(Exits.TRAIL_BASE);
        assertThat(pos.trailing).isEqualTo(100.7);

        s.close = 100.7;
        assertFull(Reason.TRAILING_STOP, Exits.TRAIL_BASE);
    }

    @Test
    void trailsShortsFromAbove() {
        pos = Samples.position(-1);
        s.close = 98.5;
        assertHold(Exits.TRAIL_BASE);
        assertThat(pos.trailing).isEqualTo(99.3);

        s.close = 99.3;
        assertFull(Reason.TRAILING_STOP, Exits.TRAIL_BASE);
    }

    @Test
    void choosesTheTrailsDistance() {
        s.close = 101.5;
        p.trailingDistanceAtr = 2.0;
        assertDistance(2.0);

        s.adx = 24.9;
        assertDistance(1.4);

        s.close = 102.5;
        assertDistance(1.0);

        s.atrSlope = 0.1;
        assertDistance(1.5);

        s.adx = 35.1;
        assertDistance(2.0);

        s.adxSlope = 0.0;
        assertDistance(1.5);
    }

    @Test
    void neverTrailsCloserThanItsFloor() {
        s.close = 101.5;
        p.trailingDistanceAtr = 0.1;
        assertDistance(0.5);

        s.rsi = 60.1;
        assertDistance(0.7);
    }

    @Test
    void widensTheTrailWhileTheBandsAreWide() {
        s.close = 101.5;
        s.bbWidthRatio = 1.21;
        assertThat(distance(Exits.TRAIL_VOLATILITY, Exits.TRAIL_BASE)).isEqualTo(1.0);
        // Behind the base the narrow trail came first and is kept.
        assertThat(distance(Exits.TRAIL_BASE, Exits.TRAIL_VOLATILITY)).isEqualTo(0.8);

        p.enableVolBufferedTrailing = false;
        assertThat(distance(Exits.TRAIL_VOLATILITY, Exits.TRAIL_BASE)).isEqualTo(0.8);

        p.enableVolBufferedTrailing = true;
        s.adx = 24.0;
        assertThat(distance(Exits.TRAIL_VOLATILITY, Exits.TRAIL_BASE)).isEqualTo(0.8 * 0.7, offset());
    }

    @Test
    void trailsPositionsOfLowConfidenceByTheirOwnNumbers() {
        s.close = 101.5;
        p.trailingStartAtrLowConf = 1.4;
        p.trailingDistanceAtrLowConf = 0.6;
        assertThat(distance(Exits.TRAIL_LOW_CONFIDENCE, Exits.TRAIL_BASE)).isEqualTo(0.8);

        pos.confidence = 0;
        assertThat(distance(Exits.TRAIL_LOW_CONFIDENCE, Exits.TRAIL_BASE)).isEqualTo(0.6, offset());
        assertThat(distance(Exits.TRAIL_BASE, Exits.TRAIL_LOW_CONFIDENCE)).isEqualTo(0.6, offset());

        p.trailingStartAtrLowConf = 1.6;
        pos.hasTrailing = false;
        assertHold(Exits.TRAIL_LOW_CONFIDENCE, Exits.TRAIL_BASE);
        assertThat(pos.hasTrailing).isFalse();
    }

    @Test
    void takesPartOffAtTheFirstTarget() {
        p.tpPartialAtrMult = 1.5;
        s.close = 101.4;
        assertHold(Exits.TARGET_PARTIAL);

        s.close = 101.5;
        evaluate(Exits.TARGET_PARTIAL);
        assertThat(out.action).isEqualTo(ExitResult.PARTIAL);
        assertThat(out.fraction).isEqualTo(0.5);
        assertThat(out.reason).isEqualTo(Reason.PARTIAL_TARGET);

        pos.isTp1Taken = true;
        assertHold(Exits.TARGET_PARTIAL);
    }

    @Test
    void takesEverythingOrNothingAtTheFirstTargetWhenToldSo() {
        s.close = 104.0;
        p.tpPartialPct = 1.0;
        assertFull(Reason.TARGET, Exits.TARGET_PARTIAL);

        p.tpPartialPct = -0.5;
        assertHold(Exits.TARGET_PARTIAL);
    }

    @Test
    void takesTheFullTargetWhereTheRestWouldBeTooSmall() {
        s.close = 104.0;
        // The rest would be 2 · 0.5 · 104 = 104 USD.
        p.tpPartialMinNotionalUsd = 104.1;
        assertHold(Exits.TARGET_PARTIAL);
        assertFull(Reason.TARGET, Exits.TARGET_PARTIAL, Exits.TARGET_FULL);

        p.tpPartialMinNotionalUsd = 104.0;
        evaluate(Exits.TARGET_PARTIAL, Exits.TARGET_FULL);
        assertThat(out.action).isEqualTo(ExitResult.PARTIAL);
    }

    @Test
    void leavesTheRestToTheTrailWhereBothTargetsAreOne() {
        s.close = 104.0;
        pos.isTp1Taken = true;
        assertHold(Exits.TARGET_PARTIAL, Exits.TARGET_FULL);

        p.tpPartialAtrMult = 1.0;
        assertFull(Reason.TARGET, Exits.TARGET_PARTIAL, Exits.TARGET_FULL);
    }

    @Test
    void leavesWhenTheAveragesCross() {
        s.emaFast = 97.8;
        assertFull(Reason.TREND_BREAKDOWN, Exits.TREND_BREAKDOWN);

        // 0.05 / 98 is less than a thousandth: weak while ADX is above 25.
        s.emaFast = 97.95;
        assertHold(Exits.TREND_BREAKDOWN);
        s.adx = 25.0;
        assertFull(Reason.TREND_BREAKDOWN, Exits.TREND_BREAKDOWN);

        pos = Samples.position(-1);
        assertHold(Exits.TREND_BREAKDOWN);
        s.emaFast = 98.2;
        assertFull(Reason.TREND_BREAKDOWN, Exits.TREND_BREAKDOWN);
    }

    @Test
    void leavesWhenAdxFallsBelowThePositionsOwnFloor() {
        pos.entryAdxThreshold = 31.0;
        assertFull(Reason.TREND_EXHAUSTION, Exits.TREND_EXHAUSTION);
        assertThat(out.argA).isEqualTo(31.0);

        pos.entryAdxThreshold = 0.0;
        s.adx = 18.0;
        assertHold(Exits.TREND_EXHAUSTION);
        s.adx = 17.9;
        assertFull(Reason.TREND_EXHAUSTION, Exits.TREND_EXHAUSTION);
        assertThat(out.argA).isEqualTo(18.0);

        pos.confidence = 0;
        p.smartExitAdxExhaustionLtLowConf = 10.0;
        assertHold(Exits.TREND_EXHAUSTION);

        p.smartExitAdxExhaustionLtLowConf = 0.0;
        p.smartExitAdxExhaustionLt = 0.0;
        s.adx = 0.0;
        assertHold(Exits.TREND_EXHAUSTION);
    }

    @Test
    void leavesBeyondTheMacroAverageWhenThatIsRequired() {
        s.emaMacro = 100.5;
        assertHold(Exits.MACRO_BREAKDOWN);

        p.requireMacroAlignment = true;
        assertFull(Reason.MACRO_BREAKDOWN, Exits.MACRO_BREAKDOWN);

        pos = Samples.position(-1);
        assertHold(Exits.MACRO_BREAKDOWN);
        s.emaMacro = 99.5;
        assertFull(Reason.MACRO_BREAKOUT, Exits.MACRO_BREAKDOWN);
        s.emaMacro = 0.0;
        assertHold(Exits.MACRO_BREAKDOWN);
    }

    @Test
    void leavesALoserThatStoppedMovingUnlessItIsGold() {
        s.close = 99.9;
        s.atr = 0.69;
        assertFull(Reason.STAGNATION, Exits.STAGNATION);
        assertThat(out.argA).isEqualTo(0.69);
        assertThat(out.argB).isEqualTo(0.7);

        isPaxg = true;
        assertHold(Exits.STAGNATION);

        isPaxg = false;
        s.close = 100.0;
        assertHold(Exits.STAGNATION);
    }

    @Test
    void leavesASaturatedTrendWhoseMomentumFades() {
        s.close = 101.0;
        s.adx = 50.5;
        s.adxSlope = -0.5;
        fade();
        assertFull(Reason.SATURATION, Exits.SATURATION);
        assertThat(out.argA).isEqualTo(50.5);
        assertThat(out.argB).isEqualTo(-0.5);

        s.adxSlope = 0.0;
        assertHold(Exits.SATURATION);
        p.tsmeRequireAdxSlopeNegative = false;
        assertFull(Reason.SATURATION, Exits.SATURATION);

        s.adx = 50.0;
        assertHold(Exits.SATURATION);
    }

    @Test
    void leavesAWinnerThatDivergesForThreeBars() {
        s.close = 101.6;
        s.adx = 35.1;
        fade();
        assertFull(Reason.DIVERGENCE, Exits.DIVERGENCE);
        assertThat(out.argA).isEqualTo(101.6 - 100.0);

        s.macdHistPrev3 = s.macdHistPrev2;
        assertHold(Exits.DIVERGENCE);

        s.macdHistPrev3 = 1.0;
        s.close = 101.5;
        assertHold(Exits.DIVERGENCE);
    }

    @Test
    void leavesAtRsiExtremesByTheSizeOfTheProfit() {
        s.close = 101.0;
        s.rsi = 80.0;
        assertHold(Exits.RSI_OVEREXTENSION);
        s.rsi = 80.1;
        assertFull(Reason.RSI_OVERBOUGHT, Exits.RSI_OVEREXTENSION);
        assertThat(out.argB).isEqualTo(80.0);

        s.close = 101.5;
        s.rsi = 70.1;
        assertFull(Reason.RSI_OVERBOUGHT, Exits.RSI_OVEREXTENSION);
        assertThat(out.argB).isEqualTo(70.0);

        pos.confidence = 0;
        p.rsiExitUbHiProfitLowConf = 75.0;
        assertHold(Exits.RSI_OVEREXTENSION);

        pos = Samples.position(-1);
        s.close = 99.0;
        s.rsi = 19.9;
        assertFull(Reason.RSI_OVERSOLD, Exits.RSI_OVEREXTENSION);
        assertThat(out.argB).isEqualTo(20.0);

        p.enableRsiOverextensionExit = false;
        assertHold(Exits.RSI_OVEREXTENSION);
    }

    @Test
    void leavesALoserThatPaysFunding() {
        s.close = 99.0;
        s.fundingRate = 0.0002;
        s.adx = 20.0;
        s.emaFast = 97.0;
        s.macdHist = 0.0;
        ts = 90 * 60_000L;

        // Starts at 0.15; after 1.5 hours at least 0.35; falling 0.75 of that is not asked for here.
        assertFull(Reason.FUNDING_HEADWIND, Exits.FUNDING_HEADWIND);
        assertThat(out.argA).isEqualTo(0.0002);
        assertThat(out.argC).isEqualTo(1.5);
    }

    @Test
    void sitsThroughGlitches() {
        p.blockExitsOnExtremeDev = true;
        s.close = 85.0;
        s.prevClose = 100.0;
        // 15 is more than 12 ATR.
        assertHold(ALL);

        s.atr = 2.0;
        assertFull(Reason.STOP_LOSS, ALL);

        p.glitchPriceDevPct = 0.14;
        assertHold(ALL);

        s.prevClose = 0.0;
        assertFull(Reason.STOP_LOSS, ALL);
    }

    @Test
    void obeysThePlansOrder() {
        s.close = 97.0;
        s.emaFast = 97.0;

        assertFull(Reason.STOP_LOSS, Exits.STOP_BASE, Exits.TREND_BREAKDOWN);
        assertFull(Reason.TREND_BREAKDOWN, Exits.TREND_BREAKDOWN, Exits.STOP_BASE);
        assertHold();
    }

    @Test
    void keepsTheTrailItMovedWhenALaterRuleCloses() {
        s.close = 104.0;
        pos.isTp1Taken = true;
        p.tpPartialAtrMult = 1.0;

        assertFull(Reason.TARGET, Exits.TRAIL_BASE, Exits.TARGET_FULL);

        assertThat(pos.trailing).isEqualTo(103.5);
    }

    private void fade() {
        s.macdHist = 0.1;
        s.macdHistPrev = 0.2;
        s.macdHistPrev2 = 0.3;
        s.macdHistPrev3 = 0.4;
    }

    private static Offset<Double> offset() {
        return Offset.offset(1e-12);
    }

    private void assertDistance(double expected) {
        assertThat(distance(Exits.TRAIL_BASE)).isEqualTo(expected, offset());
    }

    /// How far behind the close these rules put the first trail.
    private double distance(int... plan) {
        pos.hasTrailing = false;
        assertHold(plan);
        return Math.round((s.close - pos.trailing) * 1e9) / 1e9;
    }

    private void assertHold(int... plan) {
        evaluate(plan);
        assertThat(out.action).isEqualTo(ExitResult.HOLD);
    }

    private void assertFull(int reason, int... plan) {
        evaluate(plan);
        assertThat(out.action).isEqualTo(ExitResult.FULL);
        assertThat(out.reason).isEqualTo(reason);
        assertThat(out.fraction).isEqualTo(1.0);
    }

    private void evaluate(int... plan) {
        Exits.evaluate(p, plan, plan.length, pos, s, ts, isPaxg, new ExitView(), out);
    }
}
