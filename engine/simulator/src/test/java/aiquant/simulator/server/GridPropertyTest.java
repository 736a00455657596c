package aiquant.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.exchange.Precision;
import aiquant.simulator.market.Grid;
import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/// The exchange's rule of prices and sizes stands in the client and, on purpose once more, in the simulator, so that a
/// mistake in one shows as a refusal by the other. Here the two are held against each other.
class GridPropertyTest {

    @Property(tries = 5000)
    void clientAndSimulatorTakeTheSamePricesAndSizes(
            @ForAll @LongRange(min = 1, max = 99_999_999_999L) long unscaled,
            @ForAll @IntRange(max = 9) int scale,
            @ForAll @IntRange(max = 6) int sizeDecimals) {
        BigDecimal value = BigDecimal.valueOf(unscaled, scale);
        Precision client = Precision.perp(sizeDecimals);
        Grid simulator = new Grid(sizeDecimals);

        assertThat(simulator.isPrice(value)).isEqualTo(client.isValidPrice(value));
        assertThat(simulator.isSize(value)).isEqualTo(client.isValidSize(value));
        assertThat(simulator.tickAt(value)).isEqualByComparingTo(client.tick(value));
    }
}
