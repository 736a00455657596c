package aiquant.simulator.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MarkPriceTest {

    private final MarkPrice mark = new MarkPrice(new Grid(2));

    @Test
    void takesTheMedianOfItsEstimates() {
        // Oracle plus basis 100.5, touch 100.6 (between bid and last), the mean of the touch likewise.
        update(0, "99", "100.4", "100.6", "100.7");

        assertThat(mark.value().orElseThrow()).isEqualByComparingTo("100.6");
    }

    @Test
    void followsASuddenTouchOnlyWithTheOthers() {
        update(0, "100", "99.9", "100.1", "100");
        update(3000, "100", "109.9", "110.1", "110");

        // Touch 110; oracle plus a basis that grew by a fiftieth of ten; mean of the touch in between.
        BigDecimal value = mark.value().orElseThrow();
        assertThat(value).isGreaterThan(new BigDecimal("100")).isLessThan(new BigDecimal("110.1"));
    }

    @Test
    void standsOnTheOracleWithoutABook() {
        mark.update(0, new BigDecimal("42.5"), Optional.empty(), Optional.empty(), Optional.empty());

        assertThat(mark.value().orElseThrow()).isEqualByComparingTo("42.5");
    }

    @Test
    void gathersNoDecimalsInAQuietYear() {
        for (long hour = 0; hour < 20_000; hour++) {
            update(hour * 3_600_000, "100", "99.9", "100.1", "100");
        }

        assertThat(mark.value().orElseThrow()).isEqualByComparingTo("100");
        assertThat(mark.value().orElseThrow().scale()).isLessThan(20);
    }

    private void update(long timeMs, String oracle, String bid, String ask, String last) {
        mark.update(timeMs, new BigDecimal(oracle), of(bid), of(ask), of(last));
    }

    private static Optional<BigDecimal> of(String price) {
        return Optional.of(new BigDecimal(price));
    }
}
