package aiquant.exchange.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class WireDecimalTest {

    @Property
    void writesEveryDecimalInItsOneForm(@ForAll BigInteger digits, @ForAll @IntRange(min = -6, max = 8) int scale) {
        BigDecimal value = new BigDecimal(digits, scale);

        String text = new WireDecimal(value).toString();

        assertThat(new BigDecimal(text)).isEqualByComparingTo(value);
        assertThat(text).matches("0|-?(0|[1-9][0-9]*)(\\.[0-9]{0,7}[1-9])?").isNotEqualTo("-0");
        assertThat(new WireDecimal(value.setScale(30))).isEqualTo(new WireDecimal(value));
    }

    @Property
    void dropsTheNoiseOfBinaryNumbersAndNothingElse(@ForAll @IntRange(min = -20_000, max = 20_000) int steps) {
        double computed = steps * 0.1;

        assertThat(WireDecimal.withoutNoise(BigDecimal.valueOf(computed)).value())
                .isEqualByComparingTo(BigDecimal.valueOf(steps, 1));
    }

    @Example
    void refusesTheNinthDecimal() {
        assertThatThrownBy(() -> WireDecimal.of("0.30000000000000004"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0.30000000000000004");
        assertThatThrownBy(() -> WireDecimal.withoutNoise(new BigDecimal("1.000000001")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WireDecimal.of("NaN")).isInstanceOf(NumberFormatException.class);
    }

    @Example
    void writesNoSignBeforeZero() {
        assertThat(WireDecimal.of("-0.000")).hasToString("0");
        assertThat(WireDecimal.withoutNoise(new BigDecimal("-1e-13"))).hasToString("0");
    }
}
