package aiquant.simulator.venue;

import aiquant.simulator.order.Grouping;
import aiquant.simulator.order.OrderRequest;
import aiquant.simulator.order.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Something an account asks of the exchange.
public sealed interface Action {

    record Place(List<OrderRequest> orders, Grouping grouping) implements Action {
        public Place {
            orders = List.copyOf(orders);
        }
    }

    /// @param isFast by the fast lane, which is not for trigger orders
    record Cancel(List<ById> cancels, boolean isFast) implements Action {
        public Cancel {
            cancels = List.copyOf(cancels);
        }

        public Cancel(List<ById> cancels) {
            this(cancels, false);
        }
    }

    /// @param isFast by the fast lane, which is not for trigger orders
    record CancelByCloid(List<ByCloid> cancels, boolean isFast) implements Action {
        public CancelByCloid {
            cancels = List.copyOf(cancels);
        }

        public CancelByCloid(List<ByCloid> cancels) {
            this(cancels, false);
        }
    }

    /// Each old order is replaced by a new one under a new id.
    ///
    /// @param alwaysPlace place the new order even if the old one is gone
    record Modify(List<Change> changes, boolean alwaysPlace) implements Action {
        public Modify {
            changes = List.copyOf(changes);
        }
    }

    /// @param atMs empty clears the timer
    record ScheduleCancel(OptionalLong atMs) implements Action {}

    record UpdateLeverage(String coin, boolean isCross, int leverage) implements Action {}

    /// @param usd negative takes margin out
    record UpdateIsolatedMargin(String coin, BigDecimal usd) implements Action {}

    /// Adds the margin that brings an isolated position to this leverage.
    record TopUpIsolatedMargin(String coin, BigDecimal leverage) implements Action {}

    /// Trades in slices over so many minutes.
    record PlaceTwap(String coin, Side side, BigDecimal size, boolean reduceOnly, int minutes, boolean isRandomized)
            implements Action {}

    record CancelTwap(String coin, long id) implements Action {}

    /// Buys requests for the address limit.
    record ReserveRequests(long weight) implements Action {}

    record Noop() implements Action {}

    record ById(String coin, long orderId) {}

    record ByCloid(String coin, String cloid) {}

    /// @param orderId or the client's id of the order to replace
    record Change(OptionalLong orderId, Optional<String> cloid, OrderRequest order) {

        public static Change of(long orderId, OrderRequest order) {
            return new Change(OptionalLong.of(orderId), Optional.empty(), order);
        }
    }

    /// How many requests it counts for in the address limit.
    default int requests() {
        return switch (this) {
            case Place place -> Math.max(1, place.orders().size());
            case Cancel cancel -> Math.max(1, cancel.cancels().size());
            case CancelByCloid cancel -> Math.max(1, cancel.cancels().size());
            case Modify modify -> Math.max(1, modify.changes().size());
            case ScheduleCancel _, UpdateLeverage _, UpdateIsolatedMargin _, TopUpIsolatedMargin _ -> 1;
            case PlaceTwap _, CancelTwap _, ReserveRequests _, Noop _ -> 1;
        };
    }

    default boolean isCancel() {
        return switch (this) {
            case Cancel _, CancelByCloid _, CancelTwap _ -> true;
            case Place _, Modify _, ScheduleCancel _, UpdateLeverage _, UpdateIsolatedMargin _ -> false;
            case TopUpIsolatedMargin _, PlaceTwap _, ReserveRequests _, Noop _ -> false;
        };
    }

    /// Orders it brings.
    default List<OrderRequest> orders() {
        return switch (this) {
            case Place place -> place.orders();
            case Modify modify -> modify.changes().stream().map(Change::order).toList();
            case Cancel _, CancelByCloid _, ScheduleCancel _, UpdateLeverage _, UpdateIsolatedMargin _ -> List.of();
            case TopUpIsolatedMargin _, PlaceTwap _, CancelTwap _, ReserveRequests _, Noop _ -> List.of();
        };
    }

    /// Its place in a block: first what cannot take, then cancels, then what may take.
    default int blockClass() {
        if (isCancel()) {
            return 1;
        }
        return orders().stream().anyMatch(OrderRequest::mayTake) ? 2 : 0;
    }
}
