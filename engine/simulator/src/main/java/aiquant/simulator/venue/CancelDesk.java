package aiquant.simulator.venue;

import aiquant.simulator.account.Account;
import aiquant.simulator.account.CancelTimer;
import aiquant.simulator.order.Order;
import aiquant.simulator.order.OrderStatus;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Cancels orders: those that are named, and all of them when a timer fires.
final class CancelDesk {

    private static final String GONE = "Order was never placed, already canceled, or filled.";
    private static final String NOT_FAST = "Trigger orders cannot be canceled by the fast lane.";
    private static final BigDecimal TIMER_VOLUME = new BigDecimal("1000000");
    private static final long TIMER_AHEAD_MS = 5000;

    private final Floor floor;
    private final OrderEnds ends;

    CancelDesk(Floor floor, OrderEnds ends) {
        this.floor = floor;
        this.ends = ends;
    }

    List<Optional<String>> cancel(Account account, Action.Cancel action) {
        return action.cancels().stream()
                .map(one -> cancel(one.coin(), account.openOrder(one.orderId()), action.isFast()))
                .toList();
    }

    List<Optional<String>> cancelByCloid(Account account, Action.CancelByCloid action) {
        return action.cancels().stream()
                .map(one -> cancel(one.coin(), account.openOrder(one.cloid()), action.isFast()))
                .toList();
    }

    private Optional<String> cancel(String coin, Optional<Order> order, boolean isFast) {
        Optional<Order> live = order.filter(one -> one.coin().equals(coin));
        if (live.isEmpty()) {
            boolean isPlain = floor.rules().has(Switch.TEXTS_WITHOUT_ASSET);
            Optional<Integer> index = floor.find(coin).map(Market::index);
            return Optional.of(isPlain || index.isEmpty() ? GONE : GONE + " asset=" + index.get());
        }
        if (isFast && live.get().isWaiting()) {
            return Optional.of(NOT_FAST);
        }
        ends.end(live.get(), OrderStatus.CANCELED);
        return Optional.empty();
    }

    /// Ends every open order of the account.
    void cancelAll(Account account, OrderStatus status) {
        for (Order order : account.openOrders()) {
            if (order.status().isLive()) {
                ends.end(order, status);
            }
        }
    }

    ActionResult schedule(Account account, OptionalLong atMs) {
        CancelTimer timer = account.cancelTimer();
        if (atMs.isEmpty()) {
            timer.set(atMs);
            return new ActionResult.Done();
        }
        BigDecimal traded = account.turnover().everUsd();
        if (traded.compareTo(TIMER_VOLUME) < 0) {
            return new ActionResult.Refused(
                    "Cannot set scheduled cancel time until enough volume traded. Required: $1000000. Traded: $"
                            + traded.stripTrailingZeros().toPlainString() + ".");
        }
        if (atMs.getAsLong() < floor.nowMs() + TIMER_AHEAD_MS) {
            return new ActionResult.Refused("Scheduled cancel time too early, must be at least 5 seconds from now.");
        }
        if (timer.isSpent(floor.nowMs())) {
            return new ActionResult.Refused("Cannot set scheduled cancel time: 10 triggers reached today.");
        }
        timer.set(atMs);
        return new ActionResult.Done();
    }

    void fireTimers() {
        for (Account account : floor.accounts()) {
            CancelTimer timer = account.cancelTimer();
            if (timer.atMs().isPresent() && timer.atMs().getAsLong() <= floor.nowMs()) {
                floor.ids().beginTransaction();
                timer.fire(floor.nowMs());
                cancelAll(account, OrderStatus.SCHEDULED_CANCEL);
            }
        }
    }
}
