package aiquant.simulator.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class MovingMeanTest {

    /// After samples 10 and 20, one second apart: (10·1·k + 20·1000) / (1·k + 1000) with k = e^(-1/10).
    @Test
    void weighsSamplesByTheirAge() {
        MovingMean mean = new MovingMean(10_000);
        mean.add(1_000, new BigDecimal("10"));
        mean.add(2_000, new BigDecimal("20"));

        double k = Math.exp(-0.1);
        assertThat(mean.value().orElseThrow().doubleValue()).isCloseTo((10 * k + 20_000) / (k + 1000), within(1e-12));
    }

    @Test
    void staysAShortNumberHoweverLongItFades() {
        MovingMean mean = new MovingMean(10_000);
        mean.add(0, new BigDecimal("0.123"));
        for (int second = 1; second < 10_000; second++) {
            mean.add(second * 1000L, BigDecimal.ZERO);
        }

        BigDecimal value = mean.value().orElseThrow();
        assertThat(value.scale()).isLessThan(40);
        assertThat(value.abs()).isLessThan(new BigDecimal("1e-12"));
    }
}
