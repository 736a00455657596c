package aiquant.kernel.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RsiTest {

    @Test
    void saysFiftyUntilEnoughChangesThenWeighsGainsAgainstLosses() {
        Rsi rsi = new Rsi(2);
        assertThat(rsi.update(100.0)).isEqualTo(50.0);
        assertThat(rsi.update(103.0)).isEqualTo(50.0);

        // Gain 3/2, loss 1/2.
        assertThat(rsi.update(102.0)).isEqualTo(75.0);
        // Gain (1.5 + 0) / 2, loss (0.5 + 2) / 2: 100 − 100 / (1 + 0.6).
        assertThat(rsi.update(100.0)).isEqualTo(37.5);
    }

    @Test
    void isAHundredWithoutAnyLossAlsoWhenNothingMoves() {
        Rsi rsi = new Rsi(1);
        rsi.update(100.0);

        assertThat(rsi.update(100.0)).isEqualTo(100.0);
        assertThat(rsi.update(99.0)).isEqualTo(0.0);
    }

    @Test
    void isFiftyWithLengthZero() {
        Rsi rsi = new Rsi(0);
        rsi.update(100.0);

        assertThat(rsi.update(50.0)).isEqualTo(50.0);
    }

    @Test
    void changesNothingAtACloseThatIsNoNumber() {
        Rsi rsi = new Rsi(2);
        rsi.update(100.0);
        rsi.update(103.0);

        assertThat(rsi.update(Double.NaN)).isEqualTo(50.0);
        assertThat(rsi.update(Double.POSITIVE_INFINITY)).isEqualTo(50.0);
        assertThat(rsi.update(102.0)).isEqualTo(75.0);
    }
}
