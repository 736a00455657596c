package aiquant.simulator.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GridTest {

    @ParameterizedTest
    @CsvSource({
        "1, 1234.5, true",
        "1, 1234.56, false",
        "0, 0.001234, true",
        "0, 0.0012345, false",
        "1, 0.012345, false",
        "5, 123456, true",
        "5, 12345.6, false",
        "5, 987.65, false",
        "5, 0, false",
        "5, 111038.0, true"
    })
    void acceptsFiveFiguresAndWholeNumbers(int sizeDecimals, BigDecimal price, boolean valid) {
        assertThat(new Grid(sizeDecimals).isPrice(price)).isEqualTo(valid);
    }

    @ParameterizedTest
    @CsvSource({
        "5, 111038, 1",
        "5, 9876, 0.1",
        "5, 987, 0.1",
        "2, 208.98, 0.01",
        "0, 0.22851, 0.00001",
        "0, 0.0012, 0.000001"
    })
    void spacesPricesByMagnitudeAndDecimals(int sizeDecimals, BigDecimal price, BigDecimal tick) {
        assertThat(new Grid(sizeDecimals).tickAt(price)).isEqualByComparingTo(tick);
    }

    @ParameterizedTest
    @CsvSource({
        "5, 95012.37, UP, 95013",
        "2, 208.987, DOWN, 208.98",
        "0, 99999.6, UP, 100000",
        "0, 0.0000001, DOWN, 0.000001"
    })
    void roundsToAValidPrice(int sizeDecimals, BigDecimal price, RoundingMode rounding, BigDecimal expected) {
        Grid grid = new Grid(sizeDecimals);

        BigDecimal rounded = grid.onTick(price, rounding);

        assertThat(rounded).isEqualByComparingTo(expected);
        assertThat(grid.isPrice(rounded)).isTrue();
    }
}
