package aiquant.kernel.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumTest {

    @Test
    void roundsHalvesAwayFromZero() {
        assertThat(Num.round(2.5)).isEqualTo(3.0);
        assertThat(Num.round(-2.5)).isEqualTo(-3.0);
        assertThat(Num.round(2.4999999999999996)).isEqualTo(2.0);
    }

    @Test
    void leavesAlmostOneHalfAtZero() {
        // floor(x + 0.5) would give 1 here, because the sum rounds up.
        assertThat(Num.round(0.49999999999999994)).isEqualTo(0.0);
    }

    @Test
    void keepsNumbersThatHaveNoFraction() {
        double lastWithHalves = 4503599627370495.5;

        assertThat(Num.round(lastWithHalves)).isEqualTo(4503599627370496.0);
        assertThat(Num.round(4503599627370497.0)).isEqualTo(4503599627370497.0);
        assertThat(Num.round(9007199254740993.0)).isEqualTo(9007199254740992.0);
        assertThat(Num.round(Double.NEGATIVE_INFINITY)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Num.round(Double.NaN)).isNaN();
    }

    @Test
    void keepsTheSignOfZero() {
        assertThat(1.0 / Num.round(-0.0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(1.0 / Num.round(-0.3)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(1.0 / Num.round(0.0)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void quantisesToTwelveDecimals() {
        assertThat(Num.q(0.1 + 0.2)).isEqualTo(0.3);
        assertThat(Num.q(1.0000000000004)).isEqualTo(1.0);
        assertThat(Num.q(-1.0000000000006)).isEqualTo(-1.000000000001);
    }

    @Test
    void prefersTheNumberWhenTheOtherIsNone() {
        assertThat(Num.max(Double.NaN, 1.0)).isEqualTo(1.0);
        assertThat(Num.max(1.0, Double.NaN)).isEqualTo(1.0);
        assertThat(Num.min(Double.NaN, 1.0)).isEqualTo(1.0);
        assertThat(Num.min(1.0, Double.NaN)).isEqualTo(1.0);
        assertThat(Num.max(Double.NaN, Double.NaN)).isNaN();
    }

    @Test
    void clampsIntoTheRangeAndLetsNaNThrough() {
        assertThat(Num.clamp(0.5, 0.0, 1.0)).isEqualTo(0.5);
        assertThat(Num.clamp(-0.5, 0.0, 1.0)).isEqualTo(0.0);
        assertThat(Num.clamp(1.5, 0.0, 1.0)).isEqualTo(1.0);
        assertThat(Num.clamp(Double.NaN, 0.0, 1.0)).isNaN();
    }
}
