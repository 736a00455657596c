package aiquant.kernel.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AtrTest {

    @Test
    void averagesItsFirstRangesThenSmooths() {
        Atr atr = new Atr(2);

        // Ranges: 12 − 8 = 4; max(13 − 11, 13 − 10, 11 − 10) = 3; max(12 − 9, |12 − 12|, |9 − 12|) = 3;
        // max(20 − 18, 20 − 10, 18 − 10) = 10.
        assertThat(atr.update(12, 8, 10)).isEqualTo(4.0);
        assertThat(atr.update(13, 11, 12)).isEqualTo(3.5);
        assertThat(atr.update(12, 9, 10)).isEqualTo((3.5 * 1.0 + 3.0) / 2.0);
        assertThat(atr.update(20, 18, 19)).isEqualTo((3.25 * 1.0 + 10.0) / 2.0);
    }

    @Test
    void isAlwaysTheNewestRangeWithLengthOne() {
        Atr atr = new Atr(1);
        atr.update(12, 8, 10);

        assertThat(atr.update(13, 11, 12)).isEqualTo(3.0);
        assertThat(atr.update(12.5, 12, 12)).isEqualTo(0.5);
    }

    @Test
    void isZeroWithLengthZero() {
        assertThat(new Atr(0).update(12, 8, 10)).isEqualTo(0.0);
    }

    @Test
    void changesNothingAtABarThatIsNoNumber() {
        Atr atr = new Atr(2);
        atr.update(12, 8, 10);

        assertThat(atr.update(Double.NaN, 1, 1)).isEqualTo(4.0);
        assertThat(atr.update(1, Double.NEGATIVE_INFINITY, 1)).isEqualTo(4.0);
        assertThat(atr.update(1, 1, Double.POSITIVE_INFINITY)).isEqualTo(4.0);
        assertThat(atr.update(13, 11, 12)).isEqualTo(3.5);
    }

    @Test
    void takesNumbersWhoseSumIsTooLarge() {
        Atr atr = new Atr(1);

        assertThat(atr.update(1.5e308, 1e308, 1e308)).isEqualTo(0.5e308);
    }
}
