package aiquant.simulator.venue;

import static aiquant.simulator.venue.Bench.ANN;
import static aiquant.simulator.venue.Bench.BOB;
import static aiquant.simulator.venue.Bench.buy;
import static aiquant.simulator.venue.Bench.decimal;
import static aiquant.simulator.venue.Bench.profit;
import static aiquant.simulator.venue.Bench.sell;
import static aiquant.simulator.venue.Bench.stop;
import static org.assertj.core.api.Assertions.assertThat;

import aiquant.simulator.order.Grouping;
import aiquant.simulator.order.OrderOutcome;
import aiquant.simulator.order.OrderStatus;
import aiquant.simulator.order.Side;
import aiquant.simulator.order.TimeInForce;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderEntryTest {

    private final Bench bench = new Bench();

    @Test
    void refusesWhatIsOffTheGridInItsOwnWords() {
        assertThat(bench.refusal(ANN, buy("100.001", "1", TimeInForce.GTC)))
                .isEqualTo("Price must be divisible by tick size. asset=0");
        assertThat(bench.refusal(ANN, buy("100.00001", "1", TimeInForce.GTC)))
                .isEqualTo("Order has invalid price. asset=0");
        assertThat(bench.refusal(ANN, buy("100", "1.001", TimeInForce.GTC)))
                .isEqualTo("Order has invalid size. asset=0");
        assertThat(bench.refusal(ANN, buy("100", "0", TimeInForce.GTC))).isEqualTo("Order has zero size. asset=0");
        assertThat(bench.refusal(ANN, buy("99", "0.1", TimeInForce.GTC)))
                .isEqualTo("Order must have minimum value of $10. asset=0");
        assertThat(bench.refusal(ANN, sell("181", "1", TimeInForce.GTC)))
                .isEqualTo("Order price cannot be more than 80% away from the reference price asset=0");
        assertThat(bench.venue.queries().historicalOrders(ANN))
                .extracting(row -> row.status().text())
                .containsExactly("minTradeNtlRejected", "tickRejected");
    }

    @Test
    void refusesToTakeWithPostOnlyAndToRestWithImmediate() {
        assertThat(bench.refusal(ANN, buy("100.1", "1", TimeInForce.ALO)))
                .isEqualTo("Post only order would have immediately matched, bbo was 99.9@100.1. asset=0");
        assertThat(bench.refusal(ANN, buy("100", "1", TimeInForce.IOC)))
                .isEqualTo("Order could not immediately match against any resting orders. asset=0");
        assertThat(bench.refusal(ANN, buy("100", "1", TimeInForce.FRONTEND_MARKET)))
                .isEqualTo("No liquidity available for market order. asset=0");
    }

    @Test
    void fillsLevelByLevelAndCutsTheFee() {
        OrderOutcome outcome = bench.place(ANN, buy("101", "150", TimeInForce.IOC));

        assertThat(outcome).isInstanceOfSatisfying(OrderOutcome.Filled.class, filled -> {
            assertThat(filled.totalSize()).isEqualByComparingTo("150");
            assertThat(filled.averagePrice()).isEqualByComparingTo("100.4");
        });
        assertThat(bench.venue.queries().fills(ANN)).hasSize(2).allSatisfy(fill -> {
            assertThat(fill.direction()).isEqualTo("Open Long");
            assertThat(fill.isTaker()).isTrue();
        });
        // 100 · 100.1 · 0.00045 and 50 · 101 · 0.00045
        assertThat(bench.venue.queries().fills(ANN))
                .extracting(fill -> fill.fee().toPlainString())
                .containsExactly("2.272500", "4.504500");
    }

    @Test
    void answersAPartlyFilledGtcAsRestingUnlessSwitched() {
        assertThat(bench.place(ANN, buy("100.1", "120", TimeInForce.GTC))).isInstanceOf(OrderOutcome.Resting.class);

        Bench other = new Bench(VenueRules.standard().with(Switch.ANSWER_PARTLY_FILLED_GTC_AS_FILLED));
        assertThat(other.place(ANN, buy("100.1", "120", TimeInForce.GTC)))
                .isInstanceOfSatisfying(
                        OrderOutcome.Filled.class,
                        filled -> assertThat(filled.totalSize()).isEqualByComparingTo("100"));
    }

    @Test
    void refusesToReduceNothingAndCutsAReductionToThePosition() {
        assertThat(bench.refusal(ANN, sell("99", "1", TimeInForce.IOC).reducing()))
                .isEqualTo("Reduce only order would increase position. asset=0");
        bench.place(ANN, buy("101", "5", TimeInForce.IOC));

        bench.place(ANN, sell("99", "9", TimeInForce.IOC).reducing());

        assertThat(bench.position(ANN)).isEqualByComparingTo("0");
    }

    @Test
    void asksForMarginBeforeTaking() {
        // 10,000 dollars at twenty times are 2000 coins; orders beside each other count.
        assertThat(bench.refusal(ANN, buy("99", "2001", TimeInForce.GTC)))
                .isEqualTo("Insufficient margin to place order. asset=0");
        bench.rest(ANN, buy("99", "1500", TimeInForce.GTC));
        assertThat(bench.refusal(ANN, buy("98", "501", TimeInForce.GTC)))
                .isEqualTo("Insufficient margin to place order. asset=0");
        assertThat(bench.refusal(ANN, buy("98", "500", TimeInForce.GTC))).isEmpty();
        assertThat(bench.refusal(ANN, sell("102", "2000", TimeInForce.GTC))).isEmpty();
    }

    @Test
    void cancelsTheRestingOrderOfASelfTrade() {
        long resting = bench.rest(ANN, sell("100.05", "1", TimeInForce.GTC));

        bench.place(ANN, buy("100.1", "1", TimeInForce.IOC));

        assertThat(bench.status(ANN, resting)).isEqualTo(OrderStatus.SELF_TRADE_CANCELED);
        assertThat(bench.position(ANN)).isEqualByComparingTo("1");
    }

    @Test
    void servesTheOlderOrderFirst() {
        long first = bench.rest(ANN, sell("100.05", "2", TimeInForce.GTC));
        long second = bench.rest(BOB, sell("100.05", "2", TimeInForce.GTC));
        bench.venue.deposit("0xcc", decimal("1000"));

        bench.place("0xcc", buy("100.05", "3", TimeInForce.IOC));

        assertThat(bench.life(first)).containsExactly(OrderStatus.OPEN, OrderStatus.FILLED);
        assertThat(bench.life(second)).containsExactly(OrderStatus.OPEN, OrderStatus.OPEN);
        assertThat(bench.position(BOB)).isEqualByComparingTo("-1");
    }

    @Test
    void replacesAnOrderUnderANewId() {
        long old = bench.rest(ANN, buy("99", "1", TimeInForce.GTC).named("0x01"));

        ActionResult result = bench.act(
                ANN,
                new Action.Modify(
                        List.of(Action.Change.of(
                                old, buy("98", "1", TimeInForce.GTC).named("0x01"))),
                        false));

        assertThat(bench.status(ANN, old)).isEqualTo(OrderStatus.CANCELED);
        assertThat(result)
                .isInstanceOfSatisfying(
                        ActionResult.Orders.class,
                        orders -> assertThat(orders.outcomes().getFirst())
                                .isInstanceOfSatisfying(OrderOutcome.Resting.class, resting -> {
                                    assertThat(resting.orderId()).isGreaterThan(old);
                                    assertThat(bench.venue
                                                    .queries()
                                                    .orderStatus(ANN, "0x01")
                                                    .orElseThrow()
                                                    .order()
                                                    .orderId())
                                            .isEqualTo(resting.orderId());
                                }));
    }

    @Test
    void letsACancelOfTheSameBlockBeatATaker() {
        long resting = bench.rest(ANN, sell("100.05", "1", TimeInForce.GTC));

        List<ActionResult> results = bench.venue.executeBlock(List.of(
                new Submission(BOB, new Action.Place(List.of(buy("100.05", "1", TimeInForce.IOC)), Grouping.NONE)),
                new Submission(ANN, new Action.Cancel(List.of(new Action.ById(Bench.COIN, resting))))));

        assertThat(results.getFirst())
                .isInstanceOfSatisfying(
                        ActionResult.Orders.class,
                        orders -> assertThat(orders.outcomes().getFirst()).isInstanceOf(OrderOutcome.Rejected.class));
        assertThat(bench.status(ANN, resting)).isEqualTo(OrderStatus.CANCELED);
    }

    @Test
    void saysThatACancelledOrderIsGone() {
        ActionResult result = bench.act(ANN, new Action.Cancel(List.of(new Action.ById(Bench.COIN, 1))));

        assertThat(result)
                .isInstanceOfSatisfying(
                        ActionResult.Cancels.class,
                        cancels -> assertThat(cancels.errors())
                                .singleElement()
                                .satisfies(error -> assertThat(error)
                                        .contains("Order was never placed, already canceled, or filled. asset=0")));
    }

    @Test
    void refusesTriggersThatAreOnTheWrongSideOrWouldFireAtOnce() {
        bench.place(ANN, buy("101", "5", TimeInForce.IOC));

        assertThat(bench.refusal(ANN, stop(Side.SELL, "96", "5", "95"))).startsWith("Invalid TP/SL price.");
        assertThat(bench.refusal(ANN, stop(Side.SELL, "90", "5", "101"))).startsWith("Invalid TP/SL price.");
        assertThat(bench.refusal(ANN, profit(Side.SELL, "90", "5", "99"))).startsWith("Invalid TP/SL price.");
        assertThat(bench.place(ANN, stop(Side.SELL, "90", "5", "95")))
                .isInstanceOf(OrderOutcome.WaitingForTrigger.class);
    }

    @Test
    void takesOnlyPostOnlyAfterAnUpgrade() {
        bench.venue.allowOnlyPostOnlyUntil(Bench.START_MS + 1000);

        assertThat(bench.act(ANN, new Action.Place(List.of(buy("99", "1", TimeInForce.GTC)), Grouping.NONE)))
                .isEqualTo(
                        new ActionResult.Refused("Only post-only orders allowed immediately after a network upgrade"));
        assertThat(bench.refusal(ANN, buy("99", "1", TimeInForce.ALO))).isEmpty();
    }

    @Test
    void closesADustPositionBelowTheMinimum() {
        bench.place(ANN, buy("101", "0.15", TimeInForce.IOC));
        bench.place(ANN, sell("99", "0.1", TimeInForce.IOC).reducing());
        assertThat(bench.position(ANN)).isEqualByComparingTo("0.15");

        bench.moveTo("50");
        bench.place(ANN, sell("49", "0.15", TimeInForce.IOC).reducing());

        assertThat(bench.position(ANN)).isEqualByComparingTo("0");
    }

    @Test
    void holdsPositionsAtACappedOpenInterest() {
        long resting = bench.rest(ANN, buy("99.95", "1", TimeInForce.GTC));
        bench.venue.setOpenInterestGate(Bench.COIN, OpenInterestGate.CAPPED);

        assertThat(bench.refusal(BOB, buy("99.9", "1", TimeInForce.GTC)))
                .startsWith("Order would increase open interest while open interest is capped");
        assertThat(bench.refusal(BOB, buy("100.1", "1", TimeInForce.GTC)))
                .startsWith("Order rejected due to price more aggressive than oracle while at open interest cap");
        bench.venue.apply(
                new aiquant.simulator.source.MarketStep.Print(Bench.COIN, Side.SELL, decimal("99.9"), decimal("1")));
        assertThat(bench.status(ANN, resting)).isEqualTo(OrderStatus.OPEN_INTEREST_CAP_CANCELED);
    }
}
