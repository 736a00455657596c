package aiquant.kernel.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BollingerBandsTest {

    @Test
    void liesOnTheMeanUntilTheWindowIsFull() {
        BollingerBands bands = new BollingerBands(2);
        bands.update(10.0);
        assertThat(bands.upper()).isEqualTo(10.0);
        assertThat(bands.lower()).isEqualTo(10.0);

        // Mean 12, each 2 away: bands 4 away.
        bands.update(14.0);
        assertThat(bands.upper()).isEqualTo(16.0);
        assertThat(bands.lower()).isEqualTo(8.0);

        bands.update(14.0);
        assertThat(bands.upper()).isEqualTo(14.0);
    }

    @Test
    void hasNoWidthWithLengthOne() {
        BollingerBands bands = new BollingerBands(1);
        bands.update(10.0);
        bands.update(14.0);

        assertThat(bands.upper()).isEqualTo(14.0);
        assertThat(bands.lower()).isEqualTo(14.0);
    }

    @Test
    void changesNothingAtACloseThatIsNoNumber() {
        BollingerBands bands = new BollingerBands(2);
        bands.update(10.0);

        bands.update(Double.NaN);
        assertThat(bands.upper()).isEqualTo(10.0);

        bands.update(14.0);
        assertThat(bands.upper()).isEqualTo(16.0);
    }
}
