package aiquant.simulator.venue;

import aiquant.simulator.market.Asset;
import aiquant.simulator.market.MarginTable;
import aiquant.simulator.order.Grouping;
import aiquant.simulator.order.OrderOutcome;
import aiquant.simulator.order.OrderRequest;
import aiquant.simulator.order.OrderStatus;
import aiquant.simulator.order.Side;
import aiquant.simulator.order.TimeInForce;
import aiquant.simulator.order.TriggerKind;
import aiquant.simulator.source.MarketSource;
import aiquant.simulator.source.MarketStep;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// An exchange with one quiet coin at 100, and two traders with 10,000 dollars each.
///
/// The maker offers 100 coins at 99.9 and 100.1, and 1000 at 99 and 101.
final class Bench {

    static final long START_MS = 1_800_000_000_000L;
    static final String COIN = "SOL";
    static final String ANN = "0x00000000000000000000000000000000000000aa";
    static final String BOB = "0x00000000000000000000000000000000000000bb";

    final VenueModel venue;
    final List<VenueEvent> events = new ArrayList<>();

    Bench(VenueRules rules) {
        venue = new VenueModel(
                rules,
                List.of(Asset.of(COIN, 2, MarginTable.single(20)), Asset.of("DOGE", 0, MarginTable.single(10))),
                START_MS,
                7,
                MarketSource.SILENT);
        venue.apply(new MarketStep.Oracle(COIN, decimal("100")));
        quoteAround("100");
        venue.apply(new MarketStep.Mark(COIN, decimal("100")));
        venue.deposit(ANN, decimal("10000"));
        venue.deposit(BOB, decimal("10000"));
        venue.drainEvents();
    }

    Bench() {
        this(VenueRules.standard());
    }

    static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }

    static MarketStep.Quote quote(String price, String size) {
        return new MarketStep.Quote(decimal(price), decimal(size));
    }

    void quoteAround(String middle) {
        BigDecimal mid = decimal(middle);
        venue.apply(new MarketStep.Quotes(
                COIN,
                List.of(at(mid, "-0.1", "100"), at(mid, "-1", "1000")),
                List.of(at(mid, "0.1", "100"), at(mid, "1", "1000"))));
    }

    private static MarketStep.Quote at(BigDecimal mid, String off, String size) {
        return new MarketStep.Quote(mid.add(decimal(off)), decimal(size));
    }

    /// The whole world moves there, marks included.
    void moveTo(String price) {
        venue.apply(new MarketStep.Oracle(COIN, decimal(price)));
        quoteAround(price);
        mark(price);
    }

    void mark(String price) {
        venue.apply(new MarketStep.Mark(COIN, decimal(price)));
    }

    static OrderRequest buy(String price, String size, TimeInForce tif) {
        return OrderRequest.limit(COIN, Side.BUY, decimal(price), decimal(size), tif);
    }

    static OrderRequest sell(String price, String size, TimeInForce tif) {
        return OrderRequest.limit(COIN, Side.SELL, decimal(price), decimal(size), tif);
    }

    /// Reduce-only, executed at the market when it fires.
    static OrderRequest stop(Side side, String limit, String size, String trigger) {
        return OrderRequest.trigger(COIN, side, decimal(limit), decimal(size), decimal(trigger), TriggerKind.STOP_LOSS);
    }

    static OrderRequest profit(Side side, String limit, String size, String trigger) {
        return OrderRequest.trigger(
                COIN, side, decimal(limit), decimal(size), decimal(trigger), TriggerKind.TAKE_PROFIT);
    }

    ActionResult act(String address, Action action) {
        return venue.execute(new Submission(address, action));
    }

    List<OrderOutcome> place(String address, Grouping grouping, OrderRequest... orders) {
        if (act(address, new Action.Place(List.of(orders), grouping)) instanceof ActionResult.Orders(var outcomes)) {
            return outcomes;
        }
        throw new AssertionError("the action was refused");
    }

    OrderOutcome place(String address, OrderRequest order) {
        return place(address, Grouping.NONE, order).getFirst();
    }

    long rest(String address, OrderRequest order) {
        return switch (place(address, order)) {
            case OrderOutcome.Resting resting -> resting.orderId();
            case OrderOutcome.WaitingForTrigger waiting -> waiting.orderId();
            case OrderOutcome.WaitingForFill waiting -> waiting.orderId();
            case OrderOutcome.Filled filled -> throw new AssertionError("does not rest: " + filled);
            case OrderOutcome.Rejected rejected -> throw new AssertionError("does not rest: " + rejected.text());
        };
    }

    String refusal(String address, OrderRequest order) {
        return switch (place(address, order)) {
            case OrderOutcome.Rejected rejected -> rejected.text();
            case OrderOutcome.Resting _, OrderOutcome.Filled _ -> "";
            case OrderOutcome.WaitingForTrigger _, OrderOutcome.WaitingForFill _ -> "";
        };
    }

    BigDecimal position(String address) {
        return venue.queries().state(address).positions().stream()
                .filter(position -> position.coin().equals(COIN))
                .map(AccountState.PositionView::size)
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    OrderStatus status(String address, long orderId) {
        return venue.queries().orderStatus(address, orderId).orElseThrow().status();
    }

    /// Of one order, in order.
    List<OrderStatus> life(long orderId) {
        events.addAll(venue.drainEvents());
        return events.stream()
                .filter(VenueEvent.OrderChanged.class::isInstance)
                .map(VenueEvent.OrderChanged.class::cast)
                .filter(event -> event.order().orderId() == orderId)
                .map(VenueEvent.OrderChanged::status)
                .toList();
    }
}
