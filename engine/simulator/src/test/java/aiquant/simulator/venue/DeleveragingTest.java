package aiquant.simulator.venue;

import static aiquant.simulator.venue.Bench.ANN;
import static aiquant.simulator.venue.Bench.BOB;
import static aiquant.simulator.venue.Bench.buy;
import static aiquant.simulator.venue.Bench.decimal;
import static aiquant.simulator.venue.Bench.sell;
import static org.assertj.core.api.Assertions.assertThat;

import aiquant.simulator.account.Fill;
import aiquant.simulator.order.TimeInForce;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class DeleveragingTest {
    private static final String CAT = "0x00000000000000000000000000000000000000cc";

    private final Bench bench = new Bench();

    @Test
    void closesABankruptPositionAgainstTheHighestRankAtThePreviousMark() {
        bench.venue.deposit(CAT, decimal("100000"));
        bench.place(ANN, buy("101", "1000", TimeInForce.IOC));
        bench.place(CAT, sell("99", "500", TimeInForce.IOC));
        bench.place(BOB, sell("99", "500", TimeInForce.IOC));
        bench.mark("99.5");
        BigDecimal before = bench.venue.queries().totalUsd();

        bench.mark("80");

        assertThat(bench.position(ANN)).isEqualByComparingTo("0");
        assertThat(bench.position(BOB)).as("more of its value at stake").isEqualByComparingTo("0");
        assertThat(bench.position(CAT)).isEqualByComparingTo("0");
        Fill given = bench.venue.queries().fills(BOB).getFirst();
        assertThat(given.direction()).isEqualTo("Auto-Deleveraging");
        assertThat(given.price()).isEqualByComparingTo("99.5");
        assertThat(given.fee()).isEqualByComparingTo("0");
        assertThat(bench.venue.queries().totalUsd()).isEqualByComparingTo(before);
    }

    @Test
    void sparesTheLowerRankAndLetsTheMarketTakeTheRest() {
        bench.venue.deposit(CAT, decimal("100000"));
        bench.place(CAT, sell("99", "500", TimeInForce.IOC));
        bench.place(BOB, sell("99", "500", TimeInForce.IOC));
        bench.place(ANN, buy("101", "500", TimeInForce.IOC));

        bench.mark("75");

        assertThat(bench.position(ANN)).isEqualByComparingTo("0");
        assertThat(bench.position(BOB)).isEqualByComparingTo("0");
        assertThat(bench.position(CAT)).isEqualByComparingTo("-500");
        assertThat(bench.venue.queries().fills(ANN).getFirst().direction()).isEqualTo("Auto-Deleveraging");
    }

    @Test
    void leavesOthersAloneWhileSomethingIsLeft() {
        bench.place(BOB, sell("99", "500", TimeInForce.IOC));
        bench.place(ANN, buy("101", "1000", TimeInForce.IOC));

        bench.mark("91.5");

        assertThat(bench.position(ANN)).isEqualByComparingTo("0");
        assertThat(bench.position(BOB)).isEqualByComparingTo("-500");
    }
}
