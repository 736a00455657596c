package aiquant.engine.research;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.kernel.strategy.Parameters;
import aiquant.kernel.strategy.StrategyParams;
import aiquant.kernel.sweep.Axis;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OverrideCheckTest {

    @Test
    void everyParameterTakesWhatItsTypeMakesOfAValue() {
        for (Parameters.Parameter parameter : Parameters.all()) {
            for (double value : new double[] {-3.0, 0.0, 0.5, 1.0, 1.7, 2.0, 7.0}) {
                Axis axis = new Axis(parameter.path(), new double[] {value}, Optional.empty());

                assertThat(OverrideCheck.of(axis, StrategyParams.defaults()).isFailed())
                        .as("%s at %s", parameter.path(), value)
                        .isFalse();
            }
        }
    }

    @Test
    void failsWhereTheOldValueStays() {
        assertThat(new OverrideCheck("trade.sl_atr_mult", 3.0, 2.0, 2.0).isFailed())
                .isTrue();
        assertThat(new OverrideCheck("trade.enable_pyramiding", 1.0, 0.0, 0.0).isFailed())
                .isTrue();
        assertThat(new OverrideCheck("indicators.adx_window", 20.7, 14.0, 14.0).isFailed())
                .isTrue();
        assertThat(new OverrideCheck("indicators.adx_window", 20.7, 14.0, 20.0).isFailed())
                .isFalse();
    }
}
