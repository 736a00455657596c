package aiquant.kernel.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;

class NumPropertyTest {

    /// From 2^51 / 10^12 on, a double and its neighbour are too few quanta apart for that.
    @Property
    void quantisingTwiceChangesNothing(@ForAll @DoubleRange(min = -2251, max = 2251) double x) {
        assertThat(Num.q(Num.q(x))).isEqualTo(Num.q(x));
    }

    @Property
    void quantisingIsOddlySymmetric(@ForAll double x) {
        assertThat(Num.q(-x)).isEqualTo(-Num.q(x));
    }

    @Property
    void roundsAsExactDecimalsDo(@ForAll @DoubleRange(min = -1e15, max = 1e15) double x) {
        double expected = new BigDecimal(x).setScale(0, RoundingMode.HALF_UP).doubleValue();

        assertThat(Num.round(x) + 0.0).isEqualTo(expected);
    }

    /// Between 2^51 and 2^52 doubles lie half a unit apart; from 2^52 on they are whole.
    @Property
    void goesAwayFromZeroOnlyWhereHalvesExist(
            @ForAll @LongRange(min = 2251799813685248L, max = 9007199254740991L) long whole) {
        double half = whole + 0.5;

        assertThat(Num.round(half)).isEqualTo(whole < 4503599627370496L ? whole + 1.0 : half);
    }

    @Property
    void greaterAndLesserPickOneOperandEach(@ForAll double a, @ForAll double b) {
        assertThat(Num.max(a, b)).isEqualTo(Math.max(a, b) + 0.0);
        assertThat(Num.min(a, b)).isEqualTo(Math.min(a, b) + 0.0);
    }

    @Property
    void clampStaysInsideItsBounds(@ForAll double x, @ForAll double a, @ForAll double b) {
        double low = Math.min(a, b);
        double high = Math.max(a, b);

        assertThat(Num.clamp(x, low, high)).isBetween(low, high);
        assertThat(Num.clamp(x, low, high) == x).isEqualTo(x >= low && x <= high);
    }
}
