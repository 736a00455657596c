package aiquant.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class MoneyPropertyTest {

    @Property
    void equalAmountsAreEqualWhateverTheirScale(
            @ForAll("decimals") BigDecimal value, @ForAll @IntRange(max = 30) int zeros) {
        BigDecimal padded = value.setScale(value.scale() + zeros);

        assertThat(new Usd(padded)).isEqualTo(new Usd(value)).hasSameHashCodeAs(new Usd(value));
        assertThat(new Quantity(padded)).isEqualTo(new Quantity(value)).hasSameHashCodeAs(new Quantity(value));
        assertThat(new Price(padded.abs())).isEqualTo(new Price(value.abs())).hasSameHashCodeAs(new Price(value.abs()));
    }

    @Property
    void normalFormKeepsTheAmountWithoutExponentOrTrailingZeros(@ForAll("decimals") BigDecimal value) {
        Usd usd = new Usd(value);

        assertThat(usd.value()).isEqualByComparingTo(value);
        assertThat(usd.value().scale()).isNotNegative();
        assertThat(usd.toString()).doesNotContain("E").doesNotMatch(".*\\..*0");
        assertThat(Usd.of(usd.toString())).isEqualTo(usd);
    }

    @Property
    void comparingAgreesWithEquality(@ForAll("decimals") BigDecimal a, @ForAll("decimals") BigDecimal b) {
        assertThat(new Usd(a).compareTo(new Usd(b)) == 0).isEqualTo(new Usd(a).equals(new Usd(b)));
        assertThat(new Usd(a).compareTo(new Usd(b))).isEqualTo(a.compareTo(b));
        assertThat(new Quantity(a).compareTo(new Quantity(b))).isEqualTo(a.compareTo(b));
    }

    @Property
    void addingIsExactInAnyOrderAndUndoneBySubtracting(
            @ForAll("decimals") BigDecimal a, @ForAll("decimals") BigDecimal b, @ForAll("decimals") BigDecimal c) {
        Usd x = new Usd(a);
        Usd y = new Usd(b);
        Usd z = new Usd(c);

        assertThat(x.plus(y).plus(z)).isEqualTo(z.plus(y.plus(x)));
        assertThat(x.plus(y).minus(y)).isEqualTo(x);
        assertThat(x.minus(y)).isEqualTo(y.minus(x).negated());
        assertThat(x.plus(x.negated())).isEqualTo(Usd.ZERO);
        Quantity held = new Quantity(a);
        assertThat(held.plus(new Quantity(b)).minus(new Quantity(b))).isEqualTo(held);
        assertThat(held.minus(held)).isEqualTo(Quantity.ZERO);
        assertThat(held.abs().signum()).isEqualTo(Math.abs(held.signum()));
    }

    /// Checked with whole numbers: the product of the unscaled values at the sum of the scales.
    @Property
    void costOfAQuantityIsTheExactProduct(
            @ForAll("decimals") BigDecimal price, @ForAll("decimals") BigDecimal quantity) {
        BigInteger product = price.abs().unscaledValue().multiply(quantity.unscaledValue());

        Usd cost = new Price(price.abs()).times(new Quantity(quantity));

        assertThat(cost).isEqualTo(new Usd(new BigDecimal(product, price.scale() + quantity.scale())));
    }

    @Property
    void costOfTwoFillsIsTheCostOfBothTogether(
            @ForAll("decimals") BigDecimal price, @ForAll("decimals") BigDecimal a, @ForAll("decimals") BigDecimal b) {
        Price paid = new Price(price.abs());
        Quantity first = new Quantity(a);
        Quantity second = new Quantity(b);

        assertThat(paid.times(first).plus(paid.times(second))).isEqualTo(paid.times(first.plus(second)));
        assertThat(paid.times(first.negated())).isEqualTo(paid.times(first).negated());
    }

    @Property
    void everyFiniteDoubleSurvivesTheWayThereAndBack(@ForAll("finiteDoubles") double value) {
        BigDecimal exact = BigDecimal.valueOf(value);

        // A negative zero comes back as zero, which == calls the same amount.
        assertThat(new Usd(exact).toDouble() == value).isTrue();
        assertThat(new Quantity(exact).toDouble() == value).isTrue();
        assertThat(new Price(exact.abs()).toDouble() == Math.abs(value)).isTrue();
        assertThat(Usd.of(new Usd(exact).toString()).toDouble() == value).isTrue();
    }

    @Property
    void priceIsNeverNegative(@ForAll("decimals") BigDecimal value) {
        if (value.signum() < 0) {
            assertThatThrownBy(() -> new Price(value))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(new Usd(value).toString());
        } else {
            assertThat(new Price(value).value()).isEqualByComparingTo(value);
        }
    }

    /// Up to some forty digits, with scales from thousands of units to far below any tick.
    @Provide
    Arbitrary<BigDecimal> decimals() {
        Arbitrary<BigInteger> digits =
                Arbitraries.bigIntegers().between(BigInteger.TEN.pow(40).negate(), BigInteger.TEN.pow(40));
        Arbitrary<Integer> scales = Arbitraries.integers().between(-6, 24);
        return Combinators.combine(digits, scales).as(BigDecimal::new);
    }

    /// Every bit pattern that is a number, so subnormals and the largest included.
    @Provide
    Arbitrary<Double> finiteDoubles() {
        return Arbitraries.longs().map(Double::longBitsToDouble).filter(Double::isFinite);
    }
}
