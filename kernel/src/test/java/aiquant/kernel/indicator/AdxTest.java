package aiquant.kernel.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AdxTest {

    @Test
    void sumsThenAveragesThenSmooths() {
        Adx adx = new Adx(2);

        adx.update(10, 8, 9);
        assertThat(adx.adx()).isEqualTo(0.0);
        // +DM 2, −DM 0, range max(12 − 9, 12 − 9, 0) = 3: only half of the sums.
        adx.update(12, 9, 11);
        assertThat(adx.adx()).isEqualTo(0.0);
        assertThat(adx.plus()).isEqualTo(0.0);

        // +DM 0, −DM 1, range max(4, 1, 3) = 4. +DI 2/7, −DI 1/7: DX = (1/7) / (3/7).
        adx.update(12, 8, 10);
        double plus = 2.0 / 7.0 * 100.0;
        double minus = 1.0 / 7.0 * 100.0;
        double first = Math.abs(plus - minus) / (plus + minus) * 100.0;
        assertThat(adx.plus()).isEqualTo(plus);
        assertThat(adx.minus()).isEqualTo(minus);
        assertThat(adx.adx()).isEqualTo(first);

        // +DM 2, range max(4, 4, 0) = 4. Sums 1 + 2, 0.5, 3.5 + 4; the average of two DX.
        adx.update(14, 10, 13);
        plus = 3.0 / 7.5 * 100.0;
        minus = 0.5 / 7.5 * 100.0;
        double second = Math.abs(plus - minus) / (plus + minus) * 100.0;
        assertThat(adx.adx()).isEqualTo((first + second) / 2.0);

        // Neither: both moves are equal. Range max(2, 0, 2) = 2. Sums 1.5, 0.25, 3.75 + 2; smoothed.
        double before = adx.adx();
        adx.update(13, 11, 12);
        plus = 1.5 / 5.75 * 100.0;
        minus = (0.25 + 1.0 * 0.0) / 5.75 * 100.0;
        double third = Math.abs(plus - minus) / (plus + minus) * 100.0;
        assertThat(adx.adx()).isEqualTo((before * 1.0 + third) / 2.0);
    }

    @Test
    void isTheNewestIndexWithLengthOne() {
        Adx adx = new Adx(1);
        adx.update(10, 8, 9);

        adx.update(12, 9, 11);
        assertThat(adx.adx()).isEqualTo(100.0);
        adx.update(12, 9, 11);
        assertThat(adx.adx()).isEqualTo(0.0);
    }

    @Test
    void isZeroWithLengthZeroAndWithoutAnyRange() {
        Adx none = new Adx(0);
        Adx flat = new Adx(1);
        for (int i = 0; i < 3; i++) {
            none.update(10 + i, 8 + i, 9 + i);
            flat.update(10, 10, 10);
        }

        assertThat(none.adx()).isEqualTo(0.0);
        assertThat(none.plus()).isEqualTo(0.0);
        assertThat(flat.adx()).isEqualTo(0.0);
    }

    @Test
    void changesNothingAtABarThatIsNoNumber() {
        Adx adx = new Adx(1);
        adx.update(10, 8, 9);
        adx.update(12, 9, 11);

        adx.update(Double.NaN, 9, 11);
        adx.update(12, Double.POSITIVE_INFINITY, 11);
        assertThat(adx.adx()).isEqualTo(100.0);

        // Up 1 from the last bar that was one.
        adx.update(13, 10, 12);
        assertThat(adx.adx()).isEqualTo(100.0);
    }

    @Test
    void takesNumbersWhoseSumIsTooLarge() {
        Adx adx = new Adx(1);
        adx.update(1e308, 0.9e308, 1e308);

        adx.update(1.1e308, 0.95e308, 1e308);

        assertThat(adx.adx()).isEqualTo(100.0);
    }
}
