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
import aiquant.simulator.order.OrderOutcome.WaitingForFill;
import aiquant.simulator.order.OrderOutcome.WaitingForTrigger;
import aiquant.simulator.order.OrderStatus;
import aiquant.simulator.order.OrderView;
import aiquant.simulator.order.Side;
import aiquant.simulator.order.TimeInForce;
import aiquant.simulator.source.MarketStep;
import java.util.List;
import org.junit.jupiter.api.Test;

class TriggerOrderTest {

    private final Bench bench = new Bench();

    @Test
    void firesAStopOnTheMarkAndTakesWithinItsBound() {
        bench.place(ANN, buy("101", "5", TimeInForce.IOC));
        long stop = bench.rest(ANN, stop(Side.SELL, "90", "5", "95"));

        bench.moveTo("96");
        assertThat(bench.status(ANN, stop)).isEqualTo(OrderStatus.OPEN);
        bench.moveTo("94");

        assertThat(bench.life(stop)).containsExactly(OrderStatus.OPEN, OrderStatus.TRIGGERED, OrderStatus.FILLED);
        assertThat(bench.position(ANN)).isEqualByComparingTo("0");
        assertThat(bench.venue.queries().fills(ANN).getFirst().price()).isEqualByComparingTo("93.9");
    }

    @Test
    void cancelsWhatDoesNotFillWithinTheBound() {
        bench.place(ANN, buy("101", "5", TimeInForce.IOC));
        long stop = bench.rest(ANN, stop(Side.SELL, "94.5", "5", "95"));

        bench.moveTo("90");

        assertThat(bench.life(stop)).containsExactly(OrderStatus.OPEN, OrderStatus.TRIGGERED, OrderStatus.CANCELED);
        assertThat(bench.position(ANN)).isEqualByComparingTo("5");
    }

    @Test
    void wakesChildrenOnlyWithACompletelyFilledParent() {
        List<OrderOutcome> outcomes = bench.place(
                ANN,
                Grouping.NORMAL_TPSL,
                buy("99.95", "3", TimeInForce.GTC),
                stop(Side.SELL, "90", "3", "95"),
                profit(Side.SELL, "100", "3", "105"));
        long stop = ((WaitingForFill) outcomes.get(1)).orderId();
        long profit = ((WaitingForFill) outcomes.get(2)).orderId();
        assertThat(bench.venue.queries().openOrders(ANN))
                .filteredOn(view -> !view.isTrigger())
                .singleElement()
                .extracting(OrderView::children)
                .satisfies(children -> assertThat(children).hasSize(2));

        print(Side.SELL, "99.95", "2");
        bench.mark("94");
        assertThat(bench.status(ANN, stop))
                .as("asleep while the parent is partly filled")
                .isEqualTo(OrderStatus.OPEN);
        bench.mark("100");
        print(Side.SELL, "99.95", "1");
        bench.moveTo("106");

        assertThat(bench.life(profit)).endsWith(OrderStatus.TRIGGERED, OrderStatus.FILLED);
        assertThat(bench.status(ANN, stop)).isEqualTo(OrderStatus.SIBLING_FILLED_CANCELED);
        assertThat(bench.position(ANN)).isEqualByComparingTo("0");
    }

    @Test
    void answersThatChildrenOfAFilledParentWaitForTheirTrigger() {
        List<OrderOutcome> outcomes = bench.place(
                ANN, Grouping.NORMAL_TPSL, buy("101", "3", TimeInForce.IOC), stop(Side.SELL, "90", "3", "95"));

        assertThat(outcomes.get(0)).isInstanceOf(OrderOutcome.Filled.class);
        assertThat(outcomes.get(1)).isInstanceOf(WaitingForTrigger.class);
    }

    @Test
    void cancelsChildrenWithTheirParent() {
        List<OrderOutcome> outcomes = bench.place(
                ANN, Grouping.NORMAL_TPSL, buy("99.95", "3", TimeInForce.GTC), stop(Side.SELL, "90", "3", "95"));
        print(Side.SELL, "99.95", "2");
        long parent = ((OrderOutcome.Resting) outcomes.get(0)).orderId();

        bench.act(ANN, new Action.Cancel(List.of(new Action.ById(Bench.COIN, parent))));

        assertThat(bench.status(ANN, ((WaitingForFill) outcomes.get(1)).orderId()))
                .isEqualTo(OrderStatus.CANCELED);
        assertThat(bench.position(ANN)).isEqualByComparingTo("2");
    }

    @Test
    void keepsChildrenOfAParentThatRanOutOfMargin() {
        List<OrderOutcome> outcomes = bench.place(
                ANN, Grouping.NORMAL_TPSL, buy("99.95", "1900", TimeInForce.GTC), stop(Side.SELL, "90", "1900", "96"));
        print(Side.SELL, "99.95", "100");
        assertThat(bench.venue.withdraw(ANN, decimal("400"))).isEmpty();
        bench.mark("97");

        print(Side.SELL, "99.95", "1800");

        long parent = ((OrderOutcome.Resting) outcomes.get(0)).orderId();
        long child = ((WaitingForFill) outcomes.get(1)).orderId();
        assertThat(bench.status(ANN, parent)).isEqualTo(OrderStatus.MARGIN_CANCELED);
        assertThat(bench.status(ANN, child)).isEqualTo(OrderStatus.OPEN);
        bench.moveTo("95");
        assertThat(bench.status(ANN, child)).isEqualTo(OrderStatus.FILLED);
        assertThat(bench.position(ANN)).isEqualByComparingTo("0");
    }

    @Test
    void refusesAWholeGroupWhoseChildrenDoNotReduce() {
        List<OrderOutcome> outcomes = bench.place(
                ANN, Grouping.NORMAL_TPSL, buy("99", "3", TimeInForce.GTC), sell("95", "3", TimeInForce.GTC));

        assertThat(outcomes).singleElement().isInstanceOf(OrderOutcome.Rejected.class);
        assertThat(bench.venue.queries().openOrders(ANN)).isEmpty();
    }

    @Test
    void closesTheWholePositionOfThatMoment() {
        bench.place(ANN, buy("101", "5", TimeInForce.IOC));
        List<OrderOutcome> outcomes = bench.place(
                ANN, Grouping.POSITION_TPSL, stop(Side.SELL, "90", "0", "95"), profit(Side.SELL, "100", "0", "110"));
        bench.place(ANN, buy("101", "4", TimeInForce.IOC));

        bench.moveTo("94");

        assertThat(bench.position(ANN)).isEqualByComparingTo("0");
        assertThat(bench.status(ANN, ((WaitingForTrigger) outcomes.get(0)).orderId()))
                .isEqualTo(OrderStatus.FILLED);
        assertThat(bench.status(ANN, ((WaitingForTrigger) outcomes.get(1)).orderId()))
                .isEqualTo(OrderStatus.SIBLING_FILLED_CANCELED);
    }

    @Test
    void cancelsAPositionsTriggersWhenItCloses() {
        bench.place(ANN, buy("101", "5", TimeInForce.IOC));
        List<OrderOutcome> outcomes = bench.place(ANN, Grouping.POSITION_TPSL, stop(Side.SELL, "90", "0", "95"));

        bench.place(ANN, sell("99", "5", TimeInForce.IOC));

        assertThat(bench.status(ANN, ((WaitingForTrigger) outcomes.getFirst()).orderId()))
                .isEqualTo(OrderStatus.REDUCE_ONLY_CANCELED);
    }

    @Test
    void cutsAndCancelsRestingReductionsWithThePosition() {
        bench.place(ANN, buy("101", "5", TimeInForce.IOC));
        long reduction = bench.rest(ANN, sell("105", "5", TimeInForce.GTC).reducing());

        bench.place(ANN, sell("99", "2", TimeInForce.IOC));
        assertThat(bench.venue
                        .queries()
                        .orderStatus(ANN, reduction)
                        .orElseThrow()
                        .order()
                        .size())
                .isEqualByComparingTo("3");
        bench.place(ANN, sell("99", "4", TimeInForce.IOC));

        assertThat(bench.status(ANN, reduction)).isEqualTo(OrderStatus.REDUCE_ONLY_CANCELED);
        assertThat(bench.position(ANN)).isEqualByComparingTo("-1");
    }

    @Test
    void keepsAModifiedStopInItsFamily() {
        List<OrderOutcome> outcomes = bench.place(
                ANN,
                Grouping.NORMAL_TPSL,
                buy("101", "3", TimeInForce.IOC),
                stop(Side.SELL, "90", "3", "95"),
                profit(Side.SELL, "100", "3", "105"));
        long stop = ((WaitingForTrigger) outcomes.get(1)).orderId();
        long profit = ((WaitingForTrigger) outcomes.get(2)).orderId();

        bench.act(ANN, new Action.Modify(List.of(Action.Change.of(stop, stop(Side.SELL, "92", "3", "97"))), false));
        bench.moveTo("96");

        assertThat(bench.status(ANN, stop)).isEqualTo(OrderStatus.CANCELED);
        assertThat(bench.status(ANN, profit)).isEqualTo(OrderStatus.SIBLING_FILLED_CANCELED);
        assertThat(bench.position(ANN)).isEqualByComparingTo("0");
    }

    @Test
    void describesATriggerAsPeopleReadIt() {
        bench.place(BOB, sell("99", "5", TimeInForce.IOC));
        bench.rest(BOB, stop(Side.BUY, "110", "5", "105.5"));

        assertThat(bench.venue.queries().openOrders(BOB)).singleElement().satisfies(view -> {
            assertThat(view.triggerCondition()).isEqualTo("Price above 105.5");
            assertThat(view.orderType()).isEqualTo("Stop Market");
        });
    }

    private void print(Side side, String price, String size) {
        bench.venue.apply(new MarketStep.Print(Bench.COIN, side, decimal(price), decimal(size)));
    }
}
