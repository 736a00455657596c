package aiquant.kernel.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class NormalTest {

    @Test
    void agreesWithTabulatedProbabilities() {
        assertThat(Normal.distribution(0)).isEqualTo(0.5);
        assertThat(Normal.distribution(0.5)).isCloseTo(0.6914624612740131, within(1e-15));
        assertThat(Normal.distribution(1)).isCloseTo(0.8413447460685429, within(1e-15));
        assertThat(Normal.distribution(1.96)).isCloseTo(0.9750021048517795, within(1e-15));
        assertThat(Normal.distribution(2)).isCloseTo(0.9772498680518208, within(1e-15));
        assertThat(Normal.distribution(3)).isCloseTo(0.9986501019683699, within(1e-15));
    }

    @Test
    void keepsItsPrecisionInTheTails() {
        assertThat(Normal.distribution(-3)).isCloseTo(1.3498980316300946e-3, Percentage.withPercentage(1e-11));
        assertThat(Normal.distribution(-6)).isCloseTo(9.865876450376981e-10, Percentage.withPercentage(1e-11));
        assertThat(Normal.distribution(-10)).isCloseTo(7.619853024160527e-24, Percentage.withPercentage(1e-11));
        assertThat(Normal.distribution(-20)).isCloseTo(2.7536241186062337e-89, Percentage.withPercentage(1e-11));
        assertThat(Normal.distribution(Double.NEGATIVE_INFINITY)).isEqualTo(0.0);
        assertThat(Normal.distribution(Double.POSITIVE_INFINITY)).isEqualTo(1.0);
        assertThat(Normal.distribution(Double.NaN)).isNaN();
    }

    @Test
    void agreesWithTabulatedQuantiles() {
        assertThat(Normal.quantile(0.5)).isZero();
        assertThat(Normal.quantile(0.75)).isCloseTo(0.6744897501960817, within(1e-14));
        assertThat(Normal.quantile(0.975)).isCloseTo(1.959963984540054, within(1e-14));
        assertThat(Normal.quantile(0.99)).isCloseTo(2.3263478740408408, within(1e-14));
        assertThat(Normal.quantile(0.001)).isCloseTo(-3.090232306167813, within(1e-13));
        assertThat(Normal.quantile(1e-9)).isCloseTo(-5.997807015007687, within(1e-12));
        assertThat(Normal.quantile(1e-300)).isCloseTo(-37.0470962993612, within(1e-12));
        assertThat(Normal.quantile(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Normal.quantile(1)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void refusesWhatIsNoProbability() {
        assertThatThrownBy(() -> Normal.quantile(-0.1)).hasMessageContaining("-0.1");
        assertThatThrownBy(() -> Normal.quantile(1.1)).hasMessageContaining("1.1");
        assertThatThrownBy(() -> Normal.quantile(Double.NaN)).hasMessageContaining("NaN");
    }

    @Property
    void aQuantileLeadsBackToItsProbability(@ForAll @DoubleRange(min = -300, max = -0.3) double exponent) {
        double p = Math.pow(10, exponent);

        assertThat(Normal.distribution(Normal.quantile(p))).isCloseTo(p, Percentage.withPercentage(1e-9));
        assertThat(Normal.quantile(1 - p)).isCloseTo(-Normal.quantile(1 - (1 - p)), within(1e-12));
    }

    /// Simpson's rule over the density, 2,000 steps: another way to the same number.
    @Property(tries = 200)
    void theDistributionIsTheIntegralOfTheDensity(@ForAll @DoubleRange(min = -6, max = 6) double x) {
        int steps = 2_000;
        double width = x / steps;
        double sum = Normal.density(0) + Normal.density(x);
        for (int i = 1; i < steps; i++) {
            sum += Normal.density(i * width) * (i % 2 == 1 ? 4 : 2);
        }

        assertThat(Normal.distribution(x)).isCloseTo(0.5 + sum * width / 3, within(1e-12));
    }
}
