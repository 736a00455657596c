package aiquant.kernel.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StochasticRsiTest {

    @Test
    void standsInTheMiddleUntilTheRangeIsKnownThenSmoothsTwice() {
        StochasticRsi stochastic = new StochasticRsi(3, 2, 2);
        stochastic.update(40.0);
        stochastic.update(60.0);
        assertThat(stochastic.k()).isEqualTo(0.5);
        assertThat(stochastic.d()).isEqualTo(0.5);

        // (55 − 40) / 20, the first raw value; nothing was smoothed before.
        stochastic.update(55.0);
        assertThat(stochastic.k()).isEqualTo(0.75);
        assertThat(stochastic.d()).isEqualTo(0.75);

        // 50 is the least of 60, 55, 50: raw 0, K (0.75 + 0) / 2, D (0.75 + 0.375) / 2.
        stochastic.update(50.0);
        assertThat(stochastic.k()).isEqualTo(0.375);
        assertThat(stochastic.d()).isEqualTo(0.5625);
    }

    @Test
    void standsInTheMiddleOfARangeWithoutWidth() {
        StochasticRsi stochastic = new StochasticRsi(1, 1, 1);
        stochastic.update(70.0);

        assertThat(stochastic.k()).isEqualTo(0.5);
    }
}
