package aiquant.simulator.venue;

import aiquant.simulator.account.Account;
import aiquant.simulator.order.Order;
import aiquant.simulator.order.OrderStatus;
import aiquant.simulator.order.Side;
import aiquant.simulator.order.TpslGroup;
import java.math.BigDecimal;

/// How orders end, and what their end means for the orders that belong to them.
final class OrderEnds {

    private final Floor floor;

    OrderEnds(Floor floor) {
        this.floor = floor;
    }

    /// Takes an order off the book for good.
    void end(Order order, OrderStatus status) {
        withdraw(order);
        floor.tell(floor.account(order.owner()), order, status);
        order.group().ifPresent(group -> {
            if (group.isParent(order)) {
                parentEnded(group, order, status);
            } else if (status == OrderStatus.FILLED) {
                endLive(group, OrderStatus.SIBLING_FILLED_CANCELED);
            }
        });
    }

    /// Takes an order off the book for another one that stands in its place.
    void replace(Order old, Order replacement) {
        withdraw(old);
        floor.tell(floor.account(old.owner()), old, OrderStatus.CANCELED);
        old.group().ifPresent(group -> group.replace(old, replacement));
    }

    void withdraw(Order order) {
        Market market = floor.market(order.coin());
        if (market.book().remove(order)) {
            floor.bookChanged(order.coin());
        }
        market.removeTrigger(order);
        floor.account(order.owner()).close(order);
    }

    /// Children wake with a filled parent, and stay with one that filled in part and then ran out of margin.
    private void parentEnded(TpslGroup group, Order parent, OrderStatus status) {
        boolean ranOut =
                status == OrderStatus.MARGIN_CANCELED && parent.filledSize().signum() > 0;
        if (status == OrderStatus.FILLED || ranOut) {
            group.wake();
        } else {
            endLive(group, OrderStatus.CANCELED);
        }
    }

    private void endLive(TpslGroup group, OrderStatus status) {
        for (Order member : group.members()) {
            if (member.status().isLive()) {
                end(member, status);
            }
        }
    }

    /// After a position changed: reduce-only orders never exceed it and never outlive it.
    void keepReducing(Account account, String coin) {
        BigDecimal position = account.position(coin);
        boolean spared = floor.rules().has(Switch.TRIGGERS_OUTLIVE_POSITION);
        for (Order order : account.openOrders(coin)) {
            if (!order.reduceOnly() || order.isAsleep() || !order.status().isLive()) {
                continue;
            }
            BigDecimal most = reducible(position, order.side());
            boolean isSpared = order.isWaiting() && !order.isPositionTpsl() && spared;
            if (most.signum() == 0 && !isSpared) {
                end(order, OrderStatus.REDUCE_ONLY_CANCELED);
            } else if (!order.isWaiting() && order.remaining().compareTo(most) > 0) {
                order.resize(most);
                floor.bookChanged(coin);
                floor.tell(account, order);
            }
        }
    }

    /// How much an order of this side can take away from a position.
    static BigDecimal reducible(BigDecimal position, Side side) {
        boolean reduces = position.signum() != 0 && side == Side.closing(position);
        return reduces ? position.abs() : BigDecimal.ZERO;
    }
}
