package aiquant.simulator.venue;

import aiquant.simulator.account.Account;
import aiquant.simulator.order.Order;
import aiquant.simulator.order.OrderStatus;
import aiquant.simulator.order.OrderType;
import aiquant.simulator.venue.EntryCheck.Context;
import java.math.BigDecimal;
import java.util.Optional;

/// Wakes trigger orders when the mark reaches their price, the oldest first.
final class TriggerDesk {

    private final Floor floor;
    private final EntryCheck check;
    private final OrderEnds ends;
    private final OrderDesk orders;

    TriggerDesk(Floor floor, EntryCheck check, OrderEnds ends, OrderDesk orders) {
        this.floor = floor;
        this.check = check;
        this.ends = ends;
        this.orders = orders;
    }

    void run(Market market) {
        Optional<BigDecimal> mark = market.mark();
        if (mark.isEmpty()) {
            return;
        }
        for (Order order : market.triggers()) {
            boolean waits = order.status().isLive() && order.isWaiting() && !order.isAsleep();
            if (waits && fires(order, mark.get())) {
                fire(market, order);
            }
        }
    }

    private static boolean fires(Order order, BigDecimal mark) {
        return order.request().type() instanceof OrderType.Trigger trigger
                && trigger.kind().fires(order.side(), trigger.triggerPrice(), mark);
    }

    private void fire(Market market, Order order) {
        floor.ids().beginTransaction();
        Account account = floor.account(order.owner());
        BigDecimal size = order.remaining();
        if (order.reduceOnly()) {
            BigDecimal most = OrderEnds.reducible(account.position(market.coin()), order.side());
            size = size.signum() == 0 ? most : size.min(most);
            if (size.signum() == 0) {
                ends.end(order, OrderStatus.REDUCE_ONLY_CANCELED);
                return;
            }
        }
        market.removeTrigger(order);
        account.close(order);
        order.trigger(size);
        floor.tell(account, order, OrderStatus.TRIGGERED);
        if (check.ofRisk(account, market, order.request(), Context.PLAIN).isPresent()) {
            ends.end(order, OrderStatus.MARGIN_CANCELED);
            return;
        }
        orders.settle(account, order);
    }
}
