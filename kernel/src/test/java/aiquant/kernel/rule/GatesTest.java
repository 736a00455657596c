package aiquant.kernel.rule;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.kernel.strategy.StrategyParams;
import org.junit.jupiter.api.Test;

class GatesTest {
    private final RuleParams p = Samples.rules();
    private final IndicatorSnapshot s = Samples.uptrend();

    @Test
    void passesASteadyUptrend() {
        GateResult g = evaluate();

        assertThat(g.isAllOk).isTrue();
        assertThat(g.isBull).isTrue();
        assertThat(g.isBear).isFalse();
        assertThat(g.adxFloor).isEqualTo(22.0);
    }

    @Test
    void callsAMarketRangingByTwoVotesOfThree() {
        s.adx = 20.9;
        assertThat(evaluate().isRanging).isFalse();

        s.rsi = 50.0;
        assertThat(evaluate().isRanging).isTrue();

        s.adx = 21.0;
        assertThat(evaluate().isRanging).isFalse();

        s.bbWidthRatio = 0.79;
        assertThat(evaluate().isRanging).isTrue();

        s.rsi = 47.0;
        assertThat(evaluate().isRanging).isFalse();
    }

    @Test
    void needsOneVoteAtLeast() {
        p.minSignals = 0;

        assertThat(evaluate().isRanging).isFalse();

        s.adx = 20.0;
        assertThat(evaluate().isRanging).isTrue();
    }

    @Test
    void callsAStrongSlopeNoRange() {
        p.enableSlowDriftEntries = true;
        s.adx = 20.0;
        s.rsi = 50.0;

        assertThat(evaluate(0.0005).isRanging).isTrue();
        assertThat(evaluate(0.0006).isRanging).isFalse();
        assertThat(evaluate(-0.0006).isRanging).isFalse();

        p.isSlowDriftUnrangeEnabled = false;
        assertThat(evaluate(0.0006).isRanging).isTrue();
    }

    @Test
    void findsViolentMoves() {
        s.prevClose = 90.0;
        // 10 / 90 is more than 0.10.
        assertThat(evaluate().isAnomaly).isTrue();

        s.prevClose = 0.0;
        assertThat(evaluate().isAnomaly).isFalse();

        s.emaFast = 66.0;
        // 34 / 66 is more than 0.50.
        assertThat(evaluate().isAnomaly).isTrue();
    }

    @Test
    void findsStretchedPrices() {
        s.emaFast = 96.2;
        // 3.8 / 96.2 = 0.0395
        assertThat(evaluate().isExtended).isFalse();

        s.emaFast = 96.1;
        // 3.9 / 96.1 = 0.0406
        assertThat(evaluate().isExtended).isTrue();
    }

    @Test
    void asksVolumeForOneOrBothSigns() {
        p.requireVolumeConfirmation = true;
        s.volume = 100.0;
        assertThat(evaluate().isVolumeOk).isTrue();

        p.volConfirmIncludePrev = false;
        assertThat(evaluate().isVolumeOk).isFalse();

        s.volume = 100.1;
        assertThat(evaluate().isVolumeOk).isTrue();
    }

    @Test
    void wantsARisingOrAHighAdx() {
        s.adxSlope = 0.0;
        assertThat(evaluate().isRisingOk).isFalse();

        s.adx = 40.1;
        assertThat(evaluate().isRisingOk).isTrue();
    }

    @Test
    void capsTheFloorInARisingTrendAndThenRaisesItInVolatility() {
        p.minAdx = 30.0;
        s.adxSlope = 0.6;
        assertThat(evaluate().adxFloor).isEqualTo(25.0);

        s.atr = 1.6;
        assertThat(evaluate().adxFloor).isEqualTo(25.0 * 1.25);

        p.aveAdxMult = 0.0;
        assertThat(evaluate().adxFloor).isEqualTo(25.0);

        p.isTmcCapEnabled = false;
        assertThat(evaluate().adxFloor).isEqualTo(30.0);
        assertThat(evaluate().isFloorOk).isFalse();
    }

    @Test
    void hasNoFloorWhenItIsSwitchedOff() {
        p.isAdxFloorEnabled = false;
        s.adx = 0.1;

        assertThat(evaluate().adxFloor).isEqualTo(0.0);
        assertThat(evaluate().isFloorOk).isTrue();
    }

    @Test
    void alignsWithTheMacroAverageWhenAsked() {
        p.requireMacroAlignment = true;
        s.emaMacro = 98.0;

        assertThat(evaluate().isBull).isFalse();
    }

    @Test
    void followsBtcUnlessItIsBtcOrUnknownOrTheTrendIsStrong() {
        assertThat(evaluate(false, Gates.BTC_BEARISH).isBtcOkLong).isFalse();
        assertThat(evaluate(false, Gates.BTC_BEARISH).isBtcOkShort).isTrue();
        assertThat(evaluate(false, Gates.BTC_BULLISH).isBtcOkShort).isFalse();
        assertThat(evaluate(false, Gates.BTC_UNKNOWN).isBtcOkLong).isTrue();
        assertThat(evaluate(true, Gates.BTC_BEARISH).isBtcOkLong).isTrue();

        s.adx = 40.5;
        assertThat(evaluate(false, Gates.BTC_BEARISH).isBtcOkLong).isTrue();
    }

    @Test
    void bendsTheRsiLimitsWithAdx() {
        s.adx = 31.0;
        // Half way from 22 to 40: long half way from 56 to 52, short half way from 44 to 48.
        assertThat(evaluate().rsiLongLimit).isEqualTo(54.0);
        assertThat(evaluate().rsiShortLimit).isEqualTo(46.0);

        s.adx = 10.0;
        assertThat(evaluate().rsiLongLimit).isEqualTo(56.0);

        s.adx = 90.0;
        assertThat(evaluate().rsiLongLimit).isEqualTo(52.0);
    }

    @Test
    void bendsTheRsiLimitsWithinOnePointWhenTheAnchorsCross() {
        p.minAdx = 40.0;
        s.adx = 40.5;

        assertThat(evaluate().rsiLongLimit).isEqualTo(54.0);
    }

    @Test
    void letsNothingBlockThatItsFilterSwitchesOff() {
        StrategyParams params = StrategyParams.defaults()
                .with("filters.enable_ranging_filter", 0)
                .with("filters.enable_anomaly_filter", 0)
                .with("filters.enable_extension_filter", 0)
                .with("filters.require_adx_rising", 0);
        s.rsi = 50.0;
        s.bbWidthRatio = 0.1;
        s.prevClose = 50.0;
        s.emaFast = 50.0;
        s.emaSlow = 49.0;
        s.adxSlope = -1.0;
        GateResult g = new GateResult();

        Gates.evaluate(Samples.rules(params), s, false, Gates.BTC_UNKNOWN, 0.0, g);

        assertThat(g.isAllOk).isTrue();
    }

    private GateResult evaluate() {
        return evaluate(0.0);
    }

    private GateResult evaluate(double slope) {
        GateResult g = new GateResult();
        Gates.evaluate(p, s, false, Gates.BTC_UNKNOWN, slope, g);
        return g;
    }

    private GateResult evaluate(boolean isBtc, int btc) {
        GateResult g = new GateResult();
        Gates.evaluate(p, s, isBtc, btc, 0.0, g);
        return g;
    }
}
