package aiquant.kernel.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SharpeRatioTest {

    private static final double DAYS = 250;

    /// The example of the paper: five years of daily returns, the best of a hundred trials.
    @Test
    void deflatesAsThePublishedExampleDoes() {
        SharpeRatio ratio = new SharpeRatio(2.5 / Math.sqrt(DAYS), 1_250, -3, 10);

        assertThat(SharpeRatio.expectedMaximum(0.5 / DAYS, 100)).isCloseTo(0.1132, within(5e-5));
        assertThat(ratio.deflated(0.5 / DAYS, 100)).isCloseTo(0.9004, within(5e-5));
        assertThat(ratio.annual(DAYS)).isCloseTo(2.5, within(1e-14));
    }

    @Test
    void believesLessTheMoreWasTried() {
        SharpeRatio ratio = new SharpeRatio(0.1, 500, 0, 3);

        assertThat(ratio.deflated(0.01, 1)).isEqualTo(ratio.probability(0)).isGreaterThan(0.98);
        assertThat(ratio.deflated(0.01, 10)).isLessThan(ratio.deflated(0.01, 2));
        assertThat(ratio.deflated(0.01, 1_000_000_000_000L)).isLessThan(1e-12);
    }

    /// Normal returns at a ratio of 0.1 against 0: 0.1 · √99 / √(1 + 0.01 / 2).
    @Test
    void isSureByItsLengthAndShape() {
        assertThat(new SharpeRatio(0.1, 100, 0, 3).probability(0))
                .isCloseTo(Normal.distribution(0.1 * Math.sqrt(99) / Math.sqrt(1.005)), within(1e-15));
        assertThat(new SharpeRatio(0.1, 100, 0, 3).probability(0.1)).isEqualTo(0.5);
        assertThat(new SharpeRatio(0.1, 100, -3, 12).probability(0))
                .isLessThan(new SharpeRatio(0.1, 100, 0, 3).probability(0));
    }

    /// Distances ±1 around 2: a ratio of 2; skewness 0, kurtosis 1.
    @Test
    void isTakenFromReturns() {
        SharpeRatio ratio = SharpeRatio.of(new double[] {1, 3, 1, 3});

        assertThat(ratio).isEqualTo(new SharpeRatio(2, 4, 0, 1));
        assertThat(SharpeRatio.of(new double[] {0.1, 0.1, 0.1}).perPeriod()).isZero();
    }

    @Test
    void isCertainWhereTheEstimateHasNoError() {
        // Skewness 2 and kurtosis 5 at a ratio of 1: 1 − 2 + 1 = 0.
        SharpeRatio exact = new SharpeRatio(1, 10, 2, 5);

        assertThat(exact.probability(0.9)).isEqualTo(1.0);
        assertThat(exact.probability(1.0)).isEqualTo(0.5);
        assertThat(exact.probability(1.1)).isEqualTo(0.0);
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> new SharpeRatio(1, 1, 0, 3)).hasMessageContaining("at least 2 returns: 1");
        assertThatThrownBy(() -> new SharpeRatio(Double.NaN, 9, 0, 3)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> SharpeRatio.expectedMaximum(-1, 5)).hasMessageContaining("-1");
        assertThatThrownBy(() -> SharpeRatio.expectedMaximum(1, 0)).hasMessageContaining("at least 1 trial: 0");
    }
}
