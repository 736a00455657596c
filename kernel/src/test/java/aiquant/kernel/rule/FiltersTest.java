package aiquant.kernel.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiltersTest {
    private static final long MINUTE = 60_000L;

    private final RuleParams p = Samples.rules();
    private final IndicatorSnapshot s = Samples.uptrend();
    private final Cooldown c = new Cooldown();

    @Test
    void holdsAtrToItsFloor() {
        s.atr = 0.2;
        assertThat(Filters.flooredAtr(p, s)).isEqualTo(0.3);

        s.atr = 0.4;
        assertThat(Filters.flooredAtr(p, s)).isEqualTo(0.4);

        p.minAtrPct = 0.0;
        s.atr = 0.0;
        assertThat(Filters.flooredAtr(p, s)).isEqualTo(0.0);
    }

    @Test
    void reversesWhenTold() {
        assertThat(Filters.transform(p, 1, 50.0)).isEqualTo(1);

        p.reverseEntrySignal = true;
        assertThat(Filters.transform(p, 1, 50.0)).isEqualTo(-1);
    }

    @Test
    void letsBreadthDecideAboutReversalBothEndsIncluded() {
        p.reverseEntrySignal = true;
        p.enableAutoReverse = true;

        assertThat(Filters.transform(p, 1, 10.0)).isEqualTo(-1);
        assertThat(Filters.transform(p, 1, 90.0)).isEqualTo(-1);
        assertThat(Filters.transform(p, 1, 90.1)).isEqualTo(1);
        assertThat(Filters.transform(p, 1, 9.9)).isEqualTo(1);
    }

    @Test
    void blocksTheReversedSideByBreadth() {
        p.enableRegimeFilter = true;
        assertThat(Filters.transform(p, -1, 90.0)).isEqualTo(-1);
        assertThat(Filters.transform(p, -1, 90.1)).isEqualTo(0);
        assertThat(Filters.transform(p, 1, 10.0)).isEqualTo(1);
        assertThat(Filters.transform(p, 1, 9.9)).isEqualTo(0);

        p.reverseEntrySignal = true;
        assertThat(Filters.transform(p, 1, 95.0)).isEqualTo(0);
    }

    @Test
    void wantsConfidence() {
        assertThat(block(1, 1, 0)).isEqualTo(Filters.CONFIDENCE);
        assertThat(block(1, 2, 0)).isEqualTo(Filters.PASS);
    }

    @Test
    void waitsLongerInAWeakTrendBeforeReentry() {
        Cooldown.exited(c, 0, 1, false);

        s.adx = 40.0;
        assertThat(block(1, 2, 45 * MINUTE - 1)).isEqualTo(Filters.REENTRY);
        assertThat(block(1, 2, 45 * MINUTE)).isEqualTo(Filters.PASS);

        s.adx = 25.0;
        assertThat(block(1, 2, 180 * MINUTE - 1)).isEqualTo(Filters.REENTRY);
        assertThat(block(1, 2, 180 * MINUTE)).isEqualTo(Filters.PASS);

        // A third of the way from 25 to 40: 180 − 135 / 3 = 135 minutes.
        s.adx = 30.0;
        assertThat(block(1, 2, 135 * MINUTE - 1)).isEqualTo(Filters.REENTRY);
        assertThat(block(1, 2, 135 * MINUTE)).isEqualTo(Filters.PASS);
    }

    @Test
    void makesNobodyWaitAfterAFlipOrOnTheOtherSide() {
        Cooldown.exited(c, 0, 1, true);
        assertThat(block(1, 2, 1)).isEqualTo(Filters.PASS);

        Cooldown.exited(c, 0, -1, false);
        assertThat(block(1, 2, 1)).isEqualTo(Filters.PASS);

        Cooldown.exited(c, 0, 1, false);
        p.reentryCooldownMinutes = 0;
        assertThat(block(1, 2, 1)).isEqualTo(Filters.PASS);
    }

    @Test
    void wantsTheMacdOnItsSide() {
        s.macdHist = 0.0;
        assertThat(block(1, 2, 0)).isEqualTo(Filters.MACD_SIDE);
        assertThat(block(-1, 2, 0)).isEqualTo(Filters.MACD_SIDE);

        p.enableSsfFilter = false;
        assertThat(block(1, 2, 0)).isEqualTo(Filters.PASS);
    }

    @Test
    void refusesRsiExtremesByTheStrengthOfTheTrend() {
        s.rsi = 70.0;
        assertThat(block(1, 2, 0)).isEqualTo(Filters.PASS);
        s.rsi = 70.1;
        assertThat(block(1, 2, 0)).isEqualTo(Filters.RSI_EXTREME);

        s.adx = 45.0;
        assertThat(block(1, 2, 0)).isEqualTo(Filters.PASS);
        s.rsi = 75.1;
        assertThat(block(1, 2, 0)).isEqualTo(Filters.RSI_EXTREME);

        s.macdHist = -0.1;
        s.rsi = 24.9;
        assertThat(block(-1, 2, 0)).isEqualTo(Filters.RSI_EXTREME);
        s.rsi = 25.0;
        assertThat(block(-1, 2, 0)).isEqualTo(Filters.PASS);
        s.adx = 44.9;
        assertThat(block(-1, 2, 0)).isEqualTo(Filters.RSI_EXTREME);

        p.enableReefFilter = false;
        assertThat(block(-1, 2, 0)).isEqualTo(Filters.PASS);
    }

    private int block(int side, int confidence, long ts) {
        return Filters.firstBlock(p, s, c, side, confidence, ts);
    }
}
