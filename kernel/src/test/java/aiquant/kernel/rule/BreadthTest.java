package aiquant.kernel.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BreadthTest {

    @Test
    void isThePercentageOfRisingSymbols() {
        assertThat(Breadth.percent(1, 3)).isEqualTo(100.0 * 1 / 3);
        assertThat(Breadth.percent(2, 2)).isEqualTo(100.0);
        assertThat(Breadth.percent(0, 0)).isEqualTo(50.0);
    }

    @Test
    void callsBtcBullishOnlyAboveItsSlowAverage() {
        assertThat(Breadth.direction(100.1, 100.0)).isEqualTo(Gates.BTC_BULLISH);
        assertThat(Breadth.direction(100.0, 100.0)).isEqualTo(Gates.BTC_BEARISH);
    }
}
