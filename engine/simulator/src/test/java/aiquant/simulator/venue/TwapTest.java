package aiquant.simulator.venue;

import static aiquant.simulator.venue.Bench.ANN;
import static aiquant.simulator.venue.Bench.BOB;
import static aiquant.simulator.venue.Bench.COIN;
import static aiquant.simulator.venue.Bench.START_MS;
import static aiquant.simulator.venue.Bench.buy;
import static aiquant.simulator.venue.Bench.decimal;
import static org.assertj.core.api.Assertions.assertThat;

import aiquant.simulator.account.TwapRow;
import aiquant.simulator.order.Side;
import aiquant.simulator.order.TimeInForce;
import aiquant.simulator.source.MarketStep;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class TwapTest {
    private final Bench bench = new Bench();

    @Test
    void tradesEqualSlicesOverItsMinutes() {
        long id = start(ANN, Side.BUY, "10", false, 5);

        bench.venue.advanceTo(START_MS + 150_000);
        assertThat(bench.position(ANN)).isEqualByComparingTo("5");
        assertThat(bench.venue.queries().twaps(ANN))
                .singleElement()
                .satisfies(row -> assertThat(row.executedSize()).isEqualByComparingTo("5"));
        bench.venue.advanceTo(START_MS + 300_000);

        assertThat(bench.position(ANN)).isEqualByComparingTo("10");
        assertThat(bench.venue.queries().twaps(ANN)).isEmpty();
        assertThat(bench.venue.queries().fills(ANN))
                .as("slices are in no other list")
                .isEmpty();
        assertThat(bench.venue.queries().twapSlices(ANN)).hasSize(10).allSatisfy(fill -> {
            assertThat(fill.size()).isEqualByComparingTo("1");
            assertThat(fill.twapId()).hasValue(id);
            assertThat(fill.hash()).isEqualTo(Ids.ZERO_HASH);
        });
        assertThat(bench.venue.queries().twapHistory(ANN))
                .extracting(TwapRow::status)
                .containsExactly("finished", "activated");
    }

    @Test
    void stopsWhenItIsCanceled() {
        long id = start(ANN, Side.BUY, "10", false, 5);
        bench.venue.advanceTo(START_MS + 60_000);

        assertThat(bench.act(BOB, new Action.CancelTwap(COIN, id))).isInstanceOf(ActionResult.TwapRefused.class);
        assertThat(bench.act(ANN, new Action.CancelTwap(COIN, id))).isEqualTo(new ActionResult.TwapCanceled());
        assertThat(bench.act(ANN, new Action.CancelTwap(COIN, id))).isInstanceOf(ActionResult.TwapRefused.class);
        bench.venue.advanceTo(START_MS + 600_000);

        assertThat(bench.position(ANN)).isEqualByComparingTo("2");
    }

    @Test
    void tradesAllOfItWhenSlicesVary() {
        ActionResult result = bench.act(ANN, new Action.PlaceTwap(COIN, Side.BUY, decimal("10"), false, 5, true));

        bench.venue.advanceTo(START_MS + 300_000);

        assertThat(result).isInstanceOf(ActionResult.TwapRunning.class);
        assertThat(bench.position(ANN)).isEqualByComparingTo("10");
        assertThat(bench.venue.queries().twapSlices(ANN).stream()
                        .map(fill -> fill.size().stripTrailingZeros())
                        .distinct())
                .hasSizeGreaterThan(3);
    }

    @Test
    void makesUpForSlicesThatFoundNoBook() {
        start(ANN, Side.BUY, "10", false, 5);
        bench.venue.advanceTo(START_MS + 29_000);
        bench.venue.apply(new MarketStep.Quotes(COIN, List.of(), List.of()));
        bench.venue.advanceTo(START_MS + 90_000);
        assertThat(bench.position(ANN)).isEqualByComparingTo("0");
        bench.quoteAround("100");

        bench.venue.advanceTo(START_MS + 120_000);
        assertThat(bench.position(ANN)).as("three slices at most").isEqualByComparingTo("3");
        bench.venue.advanceTo(START_MS + 300_000);

        assertThat(bench.position(ANN)).isEqualByComparingTo("10");
    }

    @Test
    void reducesAPositionAndNothingBeyond() {
        bench.place(ANN, buy("101", "4", TimeInForce.IOC));
        start(ANN, Side.SELL, "10", true, 5);

        bench.venue.advanceTo(START_MS + 600_000);

        assertThat(bench.position(ANN)).isEqualByComparingTo(BigDecimal.ZERO);
    }

    @Test
    void refusesWhatCannotBeMeant() {
        assertThat(refusal("10", false, 1)).isEqualTo("Invalid TWAP duration: 1 min(s)");
        assertThat(refusal("10", false, 7 * 1440 + 1)).isEqualTo("Invalid TWAP duration: 10081 min(s)");
        assertThat(refusal("10", false, 7 * 1440)).startsWith("TwapRunning");
        assertThat(refusal("10", true, 5)).isEqualTo("Reduce only order would increase position.");
        assertThat(refusal("0.01", false, 5)).isEqualTo("Order must have minimum value of $10.");
        assertThat(refusal("0.001", false, 5)).isEqualTo("Order has invalid size.");
    }

    private String refusal(String size, boolean reduceOnly, int minutes) {
        ActionResult result =
                bench.act(ANN, new Action.PlaceTwap(COIN, Side.BUY, decimal(size), reduceOnly, minutes, false));
        return result instanceof ActionResult.TwapRefused(String text) ? text : result.toString();
    }

    private long start(String address, Side side, String size, boolean reduceOnly, int minutes) {
        ActionResult result =
                bench.act(address, new Action.PlaceTwap(COIN, side, decimal(size), reduceOnly, minutes, false));
        if (result instanceof ActionResult.TwapRunning(long id)) {
            return id;
        }
        throw new AssertionError(result);
    }
}
