package aiquant.simulator.venue;

import aiquant.simulator.account.Account;
import aiquant.simulator.order.Grouping;
import aiquant.simulator.order.Order;
import aiquant.simulator.order.OrderOutcome;
import aiquant.simulator.order.OrderRequest;
import aiquant.simulator.order.OrderStatus;
import aiquant.simulator.order.OrderType;
import aiquant.simulator.order.Refusal;
import aiquant.simulator.order.Side;
import aiquant.simulator.order.TimeInForce;
import aiquant.simulator.order.TpslGroup;
import aiquant.simulator.venue.EntryCheck.Context;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Takes orders: checks them, lets them take what they can, and puts the rest where it waits.
final class OrderDesk {

    private static final int AVERAGE_DECIMALS = 8;

    private final Floor floor;
    private final EntryCheck check;
    private final OrderEnds ends;
    private final Matching matching;

    OrderDesk(Floor floor, EntryCheck check, OrderEnds ends, Matching matching) {
        this.floor = floor;
        this.check = check;
        this.ends = ends;
        this.matching = matching;
    }

    List<OrderOutcome> place(Account account, List<OrderRequest> requests, Grouping grouping) {
        if (requests.isEmpty()) {
            return List.of(new OrderOutcome.Rejected(Refusal.EMPTY_BATCH, Refusal.EMPTY_BATCH.text()));
        }
        Optional<OrderOutcome> whole = refusalOfAll(account, requests, grouping);
        if (whole.isPresent()) {
            return List.of(whole.get());
        }
        return switch (grouping) {
            case NONE ->
                requests.stream().map(request -> place(account, request)).toList();
            case NORMAL_TPSL -> placeFamily(account, requests);
            case POSITION_TPSL -> {
                TpslGroup group = new TpslGroup(Optional.empty());
                Context context = new Context(true, Optional.empty(), Optional.empty());
                yield requests.stream()
                        .map(request -> place(account, request, context, Optional.of(group)))
                        .toList();
            }
        };
    }

    OrderOutcome place(Account account, OrderRequest request) {
        return place(account, request, Context.PLAIN, Optional.empty());
    }

    private Optional<OrderOutcome> refusalOfAll(Account account, List<OrderRequest> requests, Grouping grouping) {
        List<OrderRequest> bound = switch (grouping) {
            case NONE -> List.of();
            case NORMAL_TPSL -> requests.subList(1, requests.size());
            case POSITION_TPSL -> requests;
        };
        boolean areBound = bound.stream().allMatch(request -> request.isTrigger() && request.reduceOnly())
                && (grouping != Grouping.NORMAL_TPSL
                        || bound.stream()
                                .allMatch(request ->
                                        request.side() != requests.getFirst().side()));
        if (!areBound) {
            return Optional.of(reject(account, bound.getFirst(), Refusal.TPSL_NOT_REDUCING));
        }
        if (!floor.rules().has(Switch.PAYLOAD_ERROR_FAILS_BATCH)) {
            return Optional.empty();
        }
        return requests.stream()
                .<OrderOutcome>flatMap(request -> check
                        .ofPayload(request, grouping == Grouping.POSITION_TPSL)
                        .map(refusal -> reject(account, request, refusal))
                        .stream())
                .findFirst();
    }

    /// A parent first; if it is refused its children are refused with its text.
    private List<OrderOutcome> placeFamily(Account account, List<OrderRequest> requests) {
        OrderRequest first = requests.getFirst();
        Optional<Refusal> refusal = refusal(account, first, Context.PLAIN);
        if (refusal.isPresent()) {
            OrderOutcome.Rejected rejected = reject(account, first, refusal.get());
            return requests.stream().<OrderOutcome>map(_ -> rejected).toList();
        }
        // Children stand ready before the parent trades, so that its fill finds them.
        Order parent = accept(account, first, false);
        TpslGroup group = new TpslGroup(Optional.of(parent));
        parent.join(group);
        Context context = new Context(false, Optional.of(first), Optional.empty());
        List<OrderOutcome> children = new ArrayList<>();
        for (OrderRequest child : requests.subList(1, requests.size())) {
            children.add(place(account, child, context, Optional.of(group)));
        }
        List<OrderOutcome> outcomes = new ArrayList<>();
        outcomes.add(start(account, parent));
        for (OrderOutcome child : children) {
            boolean isAwake = child instanceof OrderOutcome.WaitingForFill && !group.isAsleep();
            outcomes.add(
                    isAwake && child instanceof OrderOutcome.WaitingForFill(long id)
                            ? new OrderOutcome.WaitingForTrigger(id)
                            : child);
        }
        return outcomes;
    }

    private OrderOutcome place(Account account, OrderRequest request, Context context, Optional<TpslGroup> group) {
        Optional<Refusal> refusal = refusal(account, request, context);
        if (refusal.isPresent()) {
            return reject(account, request, refusal.get());
        }
        Order order = accept(account, request, context.isPositionTpsl());
        group.ifPresent(one -> one.add(order));
        return start(account, order);
    }

    /// A slice of a TWAP: takes what it can.
    ///
    /// @return empty if it was refused
    Optional<Order> slice(Account account, OrderRequest request, long twapId) {
        Optional<Refusal> refusal = refusal(account, request, Context.PLAIN);
        if (refusal.isPresent()) {
            reject(account, request, refusal.get());
            return Optional.empty();
        }
        Order order = accept(account, request, false);
        order.beSliceOf(twapId);
        settle(account, order);
        return Optional.of(order);
    }

    /// Puts a new order in the place of an old one; if it is refused the old one stays.
    OrderOutcome modify(Account account, Order old, OrderRequest request, boolean alwaysPlace) {
        boolean mayRest = !(request.type() instanceof OrderType.Limit limit)
                || limit.timeInForce().mayRest();
        if (!mayRest && !alwaysPlace) {
            return reject(account, request, Refusal.MUST_REST);
        }
        Optional<OrderRequest> parent =
                old.isAsleep() ? old.group().flatMap(TpslGroup::parent).map(Order::request) : Optional.empty();
        Context context = new Context(old.isPositionTpsl(), parent, Optional.of(old));
        Optional<Refusal> refusal = refusal(account, request, context);
        if (refusal.isPresent()) {
            if (floor.rules().has(Switch.FAILED_MODIFY_CANCELS)) {
                ends.end(old, OrderStatus.CANCELED);
            }
            return reject(account, request, refusal.get());
        }
        Order order = accept(account, request, old.isPositionTpsl());
        ends.replace(old, order);
        return start(account, order);
    }

    private Optional<Refusal> refusal(Account account, OrderRequest request, Context context) {
        return check.ofPayload(request, context.isPositionTpsl()).or(() -> check.ofState(account, request, context));
    }

    OrderOutcome.Rejected reject(Account account, OrderRequest request, Refusal refusal) {
        refusal.status().ifPresent(status -> {
            Order order = new Order(
                    floor.ids().nextOrder(), account.address(), request, request.size(), floor.nowMs(), false);
            floor.tell(account, order, status);
        });
        return new OrderOutcome.Rejected(refusal, text(request.coin(), refusal));
    }

    private String text(String coin, Refusal refusal) {
        boolean isPlain = floor.rules().has(Switch.TEXTS_WITHOUT_ASSET);
        return isPlain
                ? refusal.text()
                : refusal.text()
                        + floor.find(coin)
                                .map(market -> " asset=" + market.index())
                                .orElse("");
    }

    private Order accept(Account account, OrderRequest request, boolean isPositionTpsl) {
        BigDecimal size = request.size();
        if (request.reduceOnly() && !request.isTrigger()) {
            size = size.min(OrderEnds.reducible(account.position(request.coin()), request.side()));
        }
        long id = floor.ids().nextOrder();
        return new Order(id, account.address(), request, size, floor.nowMs(), isPositionTpsl);
    }

    /// A trigger order begins to wait; any other takes and then rests.
    private OrderOutcome start(Account account, Order order) {
        if (order.isWaiting()) {
            account.open(order);
            floor.market(order.coin()).addTrigger(order);
            floor.tell(account, order);
            return order.isAsleep()
                    ? new OrderOutcome.WaitingForFill(order.id())
                    : new OrderOutcome.WaitingForTrigger(order.id());
        }
        return settle(account, order);
    }

    /// Lets an order take what it may and rest if it may.
    OrderOutcome settle(Account account, Order order) {
        Market market = floor.market(order.coin());
        Matching.Stop stop = matching.take(market, order, Optional.empty());
        boolean hasFilled = order.filledSize().signum() > 0;
        if (stop == Matching.Stop.FILLED) {
            return filled(order);
        }
        if (stop == Matching.Stop.NOTHING_MORE && order.timeInForce().mayRest()) {
            market.book().add(order);
            account.open(order);
            floor.bookChanged(order.coin());
            if (order.status() == OrderStatus.TRIGGERED) {
                floor.tell(account, order, OrderStatus.OPEN);
            } else {
                floor.tell(account, order);
            }
            // A taker may have shrunk its own position below what it still wants to reduce.
            ends.keepReducing(account, order.coin());
            boolean saysFilled = floor.rules().has(Switch.ANSWER_PARTLY_FILLED_GTC_AS_FILLED);
            return hasFilled && saysFilled ? filled(order) : new OrderOutcome.Resting(order.id(), order.cloid());
        }
        Refusal refusal = switch (stop) {
            case MARGIN -> Refusal.MARGIN;
            case REDUCED -> Refusal.REDUCE_ONLY;
            case FILLED, NOTHING_MORE -> Refusal.NO_MATCH;
        };
        if (hasFilled || order.status() == OrderStatus.TRIGGERED) {
            ends.end(
                    order,
                    switch (stop) {
                        case MARGIN -> OrderStatus.MARGIN_CANCELED;
                        case REDUCED -> OrderStatus.REDUCE_ONLY_CANCELED;
                        case FILLED, NOTHING_MORE -> OrderStatus.CANCELED;
                    });
            return hasFilled ? filled(order) : new OrderOutcome.Rejected(refusal, text(order.coin(), refusal));
        }
        ends.end(order, refusal.status().orElse(OrderStatus.REJECTED));
        return new OrderOutcome.Rejected(refusal, text(order.coin(), refusal));
    }

    private static OrderOutcome filled(Order order) {
        BigDecimal average = order.filledUsd().divide(order.filledSize(), AVERAGE_DECIMALS, RoundingMode.HALF_EVEN);
        return new OrderOutcome.Filled(order.filledSize(), average, order.id(), order.cloid());
    }

    /// An order of the exchange for a position it closes.
    Order liquidation(Account account, String coin, Side side, BigDecimal price, BigDecimal size) {
        OrderRequest request = new OrderRequest(
                coin, side, price, size, true, new OrderType.Limit(TimeInForce.LIQUIDATION_MARKET), Optional.empty());
        return accept(account, request, false);
    }
}
