package aiquant.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PrecisionPropertyTest {

    @Property(tries = 5000)
    void roundsEveryPriceToAValidOneOnTheRightSideWithinOneTick(
            @ForAll("precisions") Precision precision, @ForAll("prices") BigDecimal price) {
        BigDecimal above = precision.ceilPrice(price);

        assertThat(precision.isValidPrice(above)).isTrue();
        assertThat(above).isGreaterThanOrEqualTo(price);
        assertThat(above.subtract(price)).isLessThan(precision.tick(above));
        assertThat(precision.ceilPrice(above)).isEqualTo(above);
        assertThat(precision.floorPrice(above)).isEqualTo(above);
        assertThat(precision.protectivePrice(price, true)).isEqualTo(above);
        if (price.compareTo(precision.tick(BigDecimal.ONE.movePointLeft(20))) >= 0) {
            BigDecimal below = precision.floorPrice(price);

            assertThat(precision.isValidPrice(below)).isTrue();
            assertThat(below).isLessThanOrEqualTo(price);
            assertThat(price.subtract(below)).isLessThan(precision.tick(below));
            assertThat(precision.floorPrice(below)).isEqualTo(below);
            assertThat(precision.isValidPrice(price)).isEqualTo(below.compareTo(price) == 0);
            assertThat(precision.protectivePrice(price, false)).isEqualTo(below);
        } else {
            assertThatThrownBy(() -> precision.floorPrice(price)).hasMessageContaining("becomes zero");
        }
    }

    @Property(tries = 2000)
    void hasNoValidPriceBetweenAPriceAndItsTick(
            @ForAll("precisions") Precision precision, @ForAll("prices") BigDecimal price) {
        BigDecimal valid = precision.ceilPrice(price);
        BigDecimal tick = precision.tick(valid);

        assertThat(precision.isValidPrice(valid.add(tick))).isTrue();
        assertThat(precision.isValidPrice(valid.add(tick.movePointLeft(1)))).isFalse();
        assertThat(tick).isLessThanOrEqualTo(BigDecimal.ONE);
    }

    @Property(tries = 2000)
    void judgesPricesAsTheRuleIsWritten(@ForAll("precisions") Precision precision, @ForAll("prices") BigDecimal price) {
        BigDecimal stripped = price.stripTrailingZeros();
        boolean isInteger = stripped.scale() <= 0;
        boolean isShort =
                stripped.precision() <= 5 && stripped.scale() <= precision.maxDecimals() - precision.sizeDecimals();

        assertThat(precision.isValidPrice(price)).isEqualTo(isInteger || isShort);
    }

    @Property(tries = 2000)
    void roundsSizesDown(@ForAll("precisions") Precision precision, @ForAll("prices") BigDecimal size) {
        BigDecimal step = BigDecimal.ONE.movePointLeft(precision.sizeDecimals());

        assertThat(precision.floorSize(size).isPresent()).isEqualTo(size.compareTo(step) >= 0);
        precision.floorSize(size).ifPresent(rounded -> {
            assertThat(precision.isValidSize(rounded)).isTrue();
            assertThat(rounded).isLessThanOrEqualTo(size);
            assertThat(size.subtract(rounded)).isLessThan(step);
            assertThat(precision.isValidSize(size)).isEqualTo(rounded.compareTo(size) == 0);
        });
    }

    @Example
    void changesTheTickAtAPowerOfTen() {
        Precision precision = Precision.perp(1);

        assertThat(precision.ceilPrice(new BigDecimal("99.9996"))).isEqualTo("100");
        assertThat(precision.ceilPrice(new BigDecimal("9999.91"))).isEqualTo("10000");
        assertThat(precision.tick(new BigDecimal("99999"))).isEqualTo("1");
        assertThat(precision.tick(new BigDecimal("1234567"))).isEqualTo("1");
        assertThat(precision.tick(new BigDecimal("1234.5"))).isEqualTo("0.1");
        assertThat(precision.floorPrice(new BigDecimal("1234567.8"))).isEqualTo("1234567");
    }

    @Example
    void knowsNoValidPriceOrSizeAtOrBelowZero() {
        Precision precision = Precision.perp(2);

        assertThat(precision.isValidPrice(BigDecimal.ZERO)).isFalse();
        assertThat(precision.isValidPrice(new BigDecimal("-1"))).isFalse();
        assertThat(precision.isValidSize(new BigDecimal("0.00"))).isFalse();
        assertThat(precision.isValidSize(new BigDecimal("-0.01"))).isFalse();
        assertThatThrownBy(() -> precision.ceilPrice(BigDecimal.ZERO)).hasMessageContaining("becomes zero");
        assertThatThrownBy(() -> Precision.perp(7)).hasMessageContaining("0..6: 7");
    }

    @Provide
    Arbitrary<Precision> precisions() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(0, 6).map(Precision::perp),
                Arbitraries.integers().between(0, 8).map(Precision::spot));
    }

    /// From far below the smallest tick to far above the last fraction, often just beside a power of ten.
    @Provide
    Arbitrary<BigDecimal> prices() {
        Arbitrary<BigDecimal> any = Combinators.combine(
                        Arbitraries.bigIntegers().between(BigInteger.ONE, BigInteger.TEN.pow(12)),
                        Arbitraries.integers().between(-1, 14))
                .as(BigDecimal::new);
        Arbitrary<BigDecimal> edges = Combinators.combine(
                        Arbitraries.integers().between(-5, 7),
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(-1, 1))
                .as((power, digits, sign) -> BigDecimal.ONE
                        .movePointRight(power)
                        .add(BigDecimal.ONE.movePointRight(power - digits).multiply(BigDecimal.valueOf(sign))))
                .filter(price -> price.signum() > 0);
        return Arbitraries.oneOf(any, edges);
    }
}
