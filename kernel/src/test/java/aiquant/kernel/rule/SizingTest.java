package aiquant.kernel.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SizingTest {
    private final RuleParams p = Samples.rules();

    @Test
    void putsUpAFixedPartOfEquityWithoutMultipliers() {
        p.enableDynamicSizing = false;

        assertThat(Sizing.margin(p, 1000.0, 100.0, 2.0, 10.0, 0)).isEqualTo(30.0);
    }

    @Test
    void scalesByConfidenceTrendAndVolatility() {
        // 30 · ((0.7 · 30/40) · 0.5): ATR is 2 % of price, twice the baseline.
        assertThat(Sizing.margin(p, 1000.0, 100.0, 2.0, 30.0, 1)).isEqualTo(30.0 * ((0.7 * 0.75) * 0.5));
        assertThat(Sizing.margin(p, 1000.0, 100.0, 1.0, 80.0, 2)).isEqualTo(30.0);
        assertThat(Sizing.margin(p, 1000.0, 100.0, 1.0, 80.0, 0)).isEqualTo(15.0);
    }

    @Test
    void holdsTheMultipliersToTheirBounds() {
        // ADX 4 of 40 is lifted to 0.6; ATR 10 % of price is held at 0.5.
        assertThat(Sizing.margin(p, 1000.0, 100.0, 10.0, 4.0, 2)).isEqualTo(30.0 * ((1.0 * 0.6) * 0.5));
        // ATR a tenth of the baseline would be tenfold and is held at 1.
        assertThat(Sizing.margin(p, 1000.0, 100.0, 0.1, 40.0, 2)).isEqualTo(30.0);
    }

    @Test
    void ignoresWhatIsNotConfigured() {
        p.adxSizingFullAdx = 0.0;
        p.volBaselinePct = 0.0;

        assertThat(Sizing.margin(p, 1000.0, 100.0, 10.0, 40.0, 2)).isEqualTo(30.0 * ((1.0 * 0.6) * 1.0));
    }

    @Test
    void takesAnAtrOfZeroAsNoVolatilityAtAll() {
        assertThat(Sizing.margin(p, 1000.0, 100.0, 0.0, 40.0, 2)).isEqualTo(30.0);
    }

    @Test
    void takesTheLeverageOfTheConfidence() {
        assertThat(Sizing.leverage(p, 0)).isEqualTo(1.0);
        assertThat(Sizing.leverage(p, 1)).isEqualTo(3.0);
        assertThat(Sizing.leverage(p, 2)).isEqualTo(5.0);
    }
}
