package aiquant.gpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MemoryPlanTest {
    private static final KernelStructs STRUCTS = KernelStructs.of(KernelSource.load());

    /// 44 symbols, a year of hourly bars.
    private static final MarketShape YEAR = market(44, 8_760);

    private static MarketShape market(int symbols, int bars) {
        return new MarketShape(symbols, 1, bars, symbols * bars, 0, bars, bars / 24, 30L * symbols * bars);
    }

    private static MemoryPlan plan(long budget, MarketShape market) {
        return MemoryPlan.of(budget, market, 1, STRUCTS, SweepSettings.defaults());
    }

    @Test
    void fillsALargeCardWithWholeBatches() {
        MemoryPlan plan = plan(100L << 30, YEAR);

        assertThat(plan.trials()).isEqualTo(65_536);
        assertThat(bytes(plan, YEAR)).isLessThanOrEqualTo(100L << 30);
    }

    @Test
    void givesNoArrayMoreElementsThanAnIndexCounts() {
        MemoryPlan plan = plan(1L << 40, YEAR);

        assertThat((long) plan.series() * YEAR.rows()).isLessThanOrEqualTo(Integer.MAX_VALUE);
        assertThat((long) (plan.series() + 1) * YEAR.rows()).isGreaterThan(Integer.MAX_VALUE);
        assertThat((long) plan.trials() * plan.chunk() * YEAR.words()).isLessThanOrEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void staysWithinASmallBudget() {
        for (long budget = 64L << 20; budget < 8L << 30; budget *= 2) {
            MemoryPlan plan = plan(budget, market(4, 2_000));

            assertThat(bytes(plan, market(4, 2_000))).isLessThanOrEqualTo(budget);
        }
    }

    private static long bytes(MemoryPlan plan, MarketShape market) {
        return market.bytes()
                + plan.trials() * STRUCTS.bytesPerTrial(market, 1, plan.chunk())
                + 8L * plan.series() * market.rows()
                + 8L * plan.breadths() * market.bars();
    }

    @Test
    void saysWhenNotEvenOneConfigurationFits() {
        assertThatThrownBy(() -> plan(10L << 20, YEAR))
                .isInstanceOf(GpuUnavailable.class)
                .hasMessage("10 MB of the card's memory are too little for these candles");
    }
}
