package aiquant.kernel.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignalsTest {
    private final RuleParams p = Samples.rules();
    private IndicatorSnapshot s = Samples.uptrend();
    private double slope;

    @Test
    void buysAndSellsInATrendWithVolume() {
        assertSignal(1, 2, 22.0);

        s = Samples.downtrend();
        assertSignal(-1, 2, 22.0);
    }

    @Test
    void isOnlyOfMediumConfidenceWithoutTheVolume() {
        s.volume = 250.0;

        assertSignal(1, 1, 22.0);
    }

    @Test
    void carriesTheEffectiveFloorWithThePosition() {
        s.atr = 1.6;

        assertSignal(1, 2, 27.5);
    }

    @Test
    void asksTheMacdForGrowthForItsSignOrForNothing() {
        s.macdHist = 0.2;
        assertNothing();

        p.macdHistEntryMode = 1;
        assertSignal(1, 2, 22.0);

        s.macdHist = 0.0;
        assertNothing();

        p.macdHistEntryMode = 2;
        assertSignal(1, 2, 22.0);
    }

    @Test
    void keepsOutOfStochasticExtremes() {
        s.stochK = 0.85;
        assertNothing();

        p.useStochRsiFilter = false;
        assertSignal(1, 2, 22.0);

        s = Samples.downtrend();
        p.useStochRsiFilter = true;
        s.stochK = 0.15;
        assertNothing();
    }

    @Test
    void wantsRsiBeyondItsLimit() {
        // ADX 30 is 8/18 of the way: 56 − 4 · 8/18 = 54.22.
        s.rsi = 54.2;
        assertNothing();

        s.rsi = 54.3;
        assertSignal(1, 2, 22.0);
    }

    @Test
    void entersOnACrossBackOverTheFastAverage() {
        p.enablePullbackEntries = true;
        s.prevClose = 98.8;
        s.adxSlope = -1.0;
        assertSignal(1, 0, 22.0);

        s.adx = 21.9;
        assertNothing();

        s.adx = 22.0;
        p.pullbackConfidence = 2;
        assertSignal(1, 2, 22.0);

        s.macdHist = 0.0;
        assertNothing();

        p.pullbackRequireMacdSign = false;
        assertSignal(1, 2, 22.0);

        s.rsi = 49.9;
        assertNothing();
    }

    @Test
    void sellsOnACrossBackUnderTheFastAverage() {
        p.enablePullbackEntries = true;
        s = Samples.downtrend();
        s.adxSlope = -1.0;
        s.prevClose = 101.2;
        assertSignal(-1, 0, 22.0);

        s.rsi = 50.1;
        assertNothing();
    }

    @Test
    void driftsWithASteadySlowAverage() {
        p.enableSlowDriftEntries = true;
        s.adx = 15.0;
        slope = 0.0006;
        assertSignal(1, 0, 10.0);

        slope = 0.00059;
        assertNothing();

        s = Samples.downtrend();
        s.adx = 15.0;
        slope = -0.0006;
        assertSignal(-1, 0, 10.0);

        s.adx = 9.9;
        assertNothing();
    }

    @Test
    void driftsOutOfARangeThatTheSlopeContradicts() {
        p.enableSlowDriftEntries = true;
        s.adx = 15.0;
        s.rsi = 50.0;
        slope = 0.0006;
        assertSignal(1, 0, 10.0);

        p.isSlowDriftUnrangeEnabled = false;
        assertNothing();
    }

    @Test
    void hearsTheFirstModeThatSpeaks() {
        p.enablePullbackEntries = true;
        s.prevClose = 98.8;
        assertSignal(1, 2, 22.0);

        p.firstMode = Signals.PULLBACK;
        p.secondMode = Signals.STANDARD;
        assertSignal(1, 0, 22.0);
    }

    @Test
    void isSilentWithoutModes() {
        p.firstMode = 0;
        p.secondMode = 0;
        p.thirdMode = 0;

        assertNothing();
    }

    private void assertNothing() {
        assertSignal(0, 0, 0.0);
    }

    private void assertSignal(int side, int confidence, double adxThreshold) {
        GateResult gates = new GateResult();
        Signal signal = new Signal();
        Gates.evaluate(p, s, false, Gates.BTC_UNKNOWN, slope, gates);
        Signals.decide(p, s, gates, slope, signal);
        assertThat(signal.side).isEqualTo(side);
        assertThat(signal.confidence).isEqualTo(confidence);
        assertThat(signal.adxThreshold).isEqualTo(adxThreshold);
    }
}
