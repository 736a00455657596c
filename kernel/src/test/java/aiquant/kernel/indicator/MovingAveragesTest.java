package aiquant.kernel.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MovingAveragesTest {

    @Test
    void startsTheExponentialAverageAtTheFirstPrice() {
        Ema ema = new Ema(3);

        assertThat(ema.update(10.0)).isEqualTo(10.0);
        assertThat(ema.update(14.0)).isEqualTo(12.0);
        assertThat(ema.update(8.0)).isEqualTo(10.0);
    }

    @Test
    void followsPriceItselfWithLengthOneOrZero() {
        Ema one = new Ema(1);
        Ema zero = new Ema(0);
        one.update(10.0);
        zero.update(10.0);

        assertThat(one.update(7.0)).isEqualTo(7.0);
        assertThat(zero.update(7.0)).isEqualTo(7.0);
    }

    @Test
    void averagesWhatIsPresentBeforeTheWindowIsFull() {
        Sma sma = new Sma(3);

        assertThat(sma.update(3.0)).isEqualTo(3.0);
        assertThat(sma.update(6.0)).isEqualTo(4.5);
        assertThat(sma.update(9.0)).isEqualTo(6.0);
        assertThat(sma.update(0.0)).isEqualTo(5.0);
    }

    @Test
    void letsTheHistogramFollowTheTwoAveragesOfTheMacd() {
        Macd macd = new Macd();

        assertThat(macd.update(100.0)).isEqualTo(0.0);
        // Line: 2/13 · 13 − 2/27 · 13 more than 100 each; the signal takes a fifth of it.
        double fast = 2.0 / 13.0 * 113.0 + (1.0 - 2.0 / 13.0) * 100.0;
        double slow = 2.0 / 27.0 * 113.0 + (1.0 - 2.0 / 27.0) * 100.0;
        double line = fast - slow;
        assertThat(macd.update(113.0)).isEqualTo(line - (0.2 * line + 0.8 * 0.0));
    }
}
