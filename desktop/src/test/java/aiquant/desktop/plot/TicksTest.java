package aiquant.desktop.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TicksTest {

    @Test
    void choosesRoundPriceSteps() {
        assertThat(Ticks.priceStep(0.013)).isEqualTo(0.02);
        assertThat(Ticks.priceStep(3.1)).isEqualTo(5);
        assertThat(Ticks.priceStep(700)).isEqualTo(1_000);
    }

    @Test
    void givesEveryStepItsDecimals() {
        assertThat(Ticks.decimals(0.02)).isEqualTo(2);
        assertThat(Ticks.decimals(0.00005)).isEqualTo(5);
        assertThat(Ticks.decimals(500)).isEqualTo(0);
    }

    @Test
    void namesTheDayAtMidnightAndTheHourElsewhere() {
        long midnight = 1_767_225_600_000L;

        assertThat(Ticks.label(midnight, 3_600_000)).isEqualTo("1 Jan");
        assertThat(Ticks.label(midnight + 3_600_000, 3_600_000)).isEqualTo("01:00");
    }
}
