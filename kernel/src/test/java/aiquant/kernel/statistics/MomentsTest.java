package aiquant.kernel.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MomentsTest {

    /// Mean 2, distances −2 −1 0 3: squares 4 1 0 9, cubes −8 −1 0 27, fourths 16 1 0 81.
    @Test
    void areThoseOfTheWholePopulation() {
        Moments moments = Moments.of(new double[] {0, 1, 2, 5});

        assertThat(moments.count()).isEqualTo(4);
        assertThat(moments.mean()).isEqualTo(2.0);
        assertThat(moments.variance()).isCloseTo(14.0 / 4, within(1e-15));
        assertThat(moments.skewness()).isCloseTo(18.0 / 4 / Math.pow(3.5, 1.5), within(1e-15));
        assertThat(moments.kurtosis()).isCloseTo(98.0 / 4 / (3.5 * 3.5), within(1e-15));
    }

    @Test
    void callASeriesWithoutSpreadNormal() {
        assertThat(Moments.of(new double[] {0.1, 0.1, 0.1}).deviation()).isZero();
        assertThat(Moments.of(new double[] {0.1, 0.1, 0.1}).kurtosis()).isEqualTo(3.0);
        assertThat(Moments.of(new double[] {7})).isEqualTo(new Moments(1, 7, 0, 0, 3));
    }

    @Test
    void refuseNothingAndWhatIsNoNumber() {
        assertThatThrownBy(() -> Moments.of(new double[0])).hasMessageContaining("no values");
        assertThatThrownBy(() -> Moments.of(new double[] {1, Double.NaN})).hasMessageContaining("NaN");
    }
}
