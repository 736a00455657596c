package aiquant.simulator.venue;

import static aiquant.simulator.venue.Bench.ANN;
import static aiquant.simulator.venue.Bench.BOB;
import static aiquant.simulator.venue.Bench.START_MS;
import static aiquant.simulator.venue.Bench.buy;
import static aiquant.simulator.venue.Bench.decimal;
import static aiquant.simulator.venue.Bench.sell;
import static org.assertj.core.api.Assertions.assertThat;

import aiquant.simulator.MicroUsd;
import aiquant.simulator.account.FeeSchedule;
import aiquant.simulator.account.Fill;
import aiquant.simulator.account.MergedFills;
import aiquant.simulator.order.TimeInForce;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeeTest {

    private static final long DAY_MS = 86_400_000;

    private final Bench bench = new Bench();

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0.00045, 0.00015",
        "5000000, 0, 0.00045, 0.00015",
        "5000001, 0, 0.0004, 0.00012",
        "8000000000, 0, 0.00024, 0",
        "600000000, 0.02, 0.00028, -0.00002"
    })
    void fallsWithVolumeAndPaysMakers(BigDecimal volume, BigDecimal share, BigDecimal taker, BigDecimal maker) {
        FeeSchedule.Rates rates = FeeSchedule.rates(volume, share);

        assertThat(rates.taker()).isEqualByComparingTo(taker);
        assertThat(rates.maker()).isEqualByComparingTo(maker);
    }

    @Test
    void cutsTheSixthDecimal() {
        assertThat(MicroUsd.cut(decimal("66653.0").multiply(decimal("0.001")).multiply(decimal("0.00015"))))
                .isEqualByComparingTo("0.009997");
    }

    @Test
    void asksLessOfAMakerAndChangesTierAtMidnight() {
        bench.rest(BOB, buy("99.95", "10", TimeInForce.GTC));
        bench.place(ANN, sell("99.95", "10", TimeInForce.IOC));
        // 999.5 · 0.00015
        assertThat(bench.venue.queries().fills(BOB).getFirst().fee()).isEqualByComparingTo("0.149925");
        for (int i = 0; i < 300; i++) {
            bench.quoteAround("100");
            bench.place(ANN, buy("100.1", "90", TimeInForce.IOC));
            bench.place(ANN, sell("99.9", "90", TimeInForce.IOC));
        }
        bench.venue.deposit(ANN, decimal("10000"));
        assertThat(bench.venue.queries().feeRates(ANN).taker()).isEqualByComparingTo("0.00045");

        bench.venue.advanceTo(START_MS + DAY_MS);

        assertThat(bench.venue.queries().feeRates(ANN).taker()).isEqualByComparingTo("0.0004");
    }

    @Test
    void mergesThePartialFillsOfACrossingOrderOnRequest() {
        bench.place(ANN, buy("101", "150", TimeInForce.IOC));

        List<Fill> merged = MergedFills.of(bench.venue.queries().fills(ANN), false);

        assertThat(merged).singleElement().satisfies(fill -> {
            assertThat(fill.size()).isEqualByComparingTo("150");
            assertThat(fill.price()).isEqualByComparingTo("100.4");
            assertThat(fill.fee()).isEqualByComparingTo("6.777");
            assertThat(fill.startPosition()).isEqualByComparingTo("0");
        });
    }
}
