package aiquant.kernel.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// A long from 100 with an entry ATR of 1 that stands two ATR in the red and pays; what is borne is in the result.
class HeadwindTest {
    private final Position pos = Samples.position(1);
    private final IndicatorSnapshot s = new IndicatorSnapshot();
    private final ExitView v = new ExitView();

    HeadwindTest() {
        s.close = 98.0;
        s.fundingRate = 0.0002;
        s.rsi = 50.0;
        s.atr = 1.0;
        v.entry = 100.0;
        v.atr = 1.0;
        v.profitAtr = -2.0;
        v.isUnderwater = true;
    }

    @Test
    void bearsLessTheCostlierTheRate() {
        assertBorne(0.15);
        s.fundingRate = 0.0001;
        assertBorne(0.25);
        s.fundingRate = 0.00006;
        assertBorne(0.40);
        s.fundingRate = 0.00004;
        assertBorne(0.60);
        s.fundingRate = 0.00002;
        assertBorne(0.80);
        s.fundingRate = 0.00001;
        assertBorne(0.80);
        s.fundingRate = 0.000009;
        assertBorne(0.95);
    }

    @Test
    void asksOnlyThoseWhoPayAndLose() {
        s.fundingRate = -0.0002;
        assertSilent();

        pos.side = -1;
        assertBorne(0.15);

        v.isUnderwater = false;
        assertSilent();

        v.isUnderwater = true;
        s.fundingRate = 0.0;
        assertSilent();
    }

    @Test
    void bearsMoreThanTheDistanceAndHolds() {
        s.close = 99.86;
        assertSilent();

        s.close = 99.84;
        assertBorne(0.15);
    }

    @Test
    void losesPatienceWithTimeButNotBelowAThird() {
        s.fundingRate = 0.00002;
        v.hours = 3.2;
        assertBorne(0.80 * (1.0 - (3.2 - 1.0) / 11.0));

        v.hours = 11.0;
        assertBorne(0.35);

        v.hours = 1.0;
        assertBorne(0.80);
    }

    @Test
    void tightensInVolatilityAndLoosensInCalm() {
        s.atr = 1.21;
        assertBorne(0.15 * 0.6);

        s.atr = 0.19;
        assertBorne(0.15 * 1.25);
    }

    @Test
    void bearsMoreInATrendOfItsOwn() {
        s.emaFast = 99.0;
        s.emaSlow = 98.0;
        s.adx = 25.1;
        assertBorne(0.75);

        s.adx = 25.0;
        assertBorne(0.15);
    }

    @Test
    void bearsMoreWhileMomentumImproves() {
        s.macdHist = 0.1;
        assertBorne(0.50);

        s.fundingRate = 0.00004;
        assertBorne(0.60 * 1.5);
    }

    @Test
    void multipliesByTheStrengthOfTheTrend() {
        s.adx = 35.1;
        assertBorne(0.15 * 1.4);
        s.adx = 40.1;
        assertBorne(0.15 * 1.4 * 1.25);
        s.adx = 45.1;
        assertBorne(0.15 * 1.4 * 1.6 * 1.25);
        s.adxSlope = 1.1;
        assertBorne(0.15 * 1.4 * 1.6 * 1.4 * 1.25);
        s.adxSlope = -0.1;
        assertBorne(0.15 * 1.4 * 1.6 * 1.25 * 0.75);
    }

    @Test
    void bearsMoreForConfidenceAndTheMacroTrendAndForBothWithMomentum() {
        pos.confidence = 2;
        assertBorne(0.15 * 1.25);

        s.emaMacro = 97.0;
        assertBorne(0.15 * 1.25 * 1.3);

        s.macdHist = 0.1;
        assertBorne(0.50 * 1.25 * 1.3 * 1.5);
    }

    @Test
    void waitsForARebound() {
        s.rsi = 34.9;
        assertBorne(0.15 * 1.3);

        pos.side = -1;
        s.fundingRate = -0.0002;
        assertBorne(0.15);
        s.rsi = 65.1;
        assertBorne(0.15 * 1.3);
    }

    @Test
    void bearsMoreOnAnEarnedCushion() {
        v.profitAtr = 1.6;
        s.atrSlope = 0.1;
        assertBorne(0.15 * 1.5);
        v.profitAtr = 2.1;
        assertBorne(0.15 * 1.5 * 1.5);
        v.profitAtr = 3.1;
        assertBorne(0.15 * 1.5 * 2.0);
    }

    private void assertSilent() {
        assertThat(evaluate().action).isEqualTo(ExitResult.HOLD);
    }

    private void assertBorne(double borne) {
        ExitResult out = evaluate();
        assertThat(out.reason).isEqualTo(Reason.FUNDING_HEADWIND);
        assertThat(out.action).isEqualTo(ExitResult.FULL);
        assertThat(out.argA).isEqualTo(s.fundingRate);
        assertThat(out.argB).isEqualTo(borne);
        assertThat(out.argC).isEqualTo(v.hours);
    }

    private ExitResult evaluate() {
        ExitResult out = new ExitResult();
        Headwind.evaluate(pos, s, v, out);
        return out;
    }
}
