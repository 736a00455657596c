package aiquant.simulator.venue;

import aiquant.simulator.account.Account;
import aiquant.simulator.account.Holding;
import aiquant.simulator.account.Liquidation;
import aiquant.simulator.order.Order;
import aiquant.simulator.order.OrderStatus;
import aiquant.simulator.order.Side;
import java.math.BigDecimal;
import java.util.Optional;

/// Price-time matching: an order takes from the book what its limit allows, the best price and the oldest order first.
final class Matching {

    /// Why an order stopped taking.
    enum Stop {
        FILLED,
        NOTHING_MORE,
        /// The account cannot pay for the next trade.
        MARGIN,
        /// The position it reduces is gone.
        REDUCED
    }

    private final Floor floor;
    private final OrderEnds ends;
    private final Booking booking;

    Matching(Floor floor, OrderEnds ends, Booking booking) {
        this.floor = floor;
        this.ends = ends;
        this.booking = booking;
    }

    Stop take(Market market, Order taker, Optional<Liquidation> liquidation) {
        Account account = floor.account(taker.owner());
        while (taker.remaining().signum() > 0) {
            Optional<Order> first = next(market, taker.side(), taker.price());
            if (first.isEmpty()) {
                return Stop.NOTHING_MORE;
            }
            Order resting = first.get();
            if (resting.owner().equals(taker.owner())) {
                ends.end(resting, OrderStatus.SELF_TRADE_CANCELED);
                continue;
            }
            BigDecimal size = taker.remaining();
            if (taker.reduceOnly()) {
                size = size.min(OrderEnds.reducible(account.position(market.coin()), taker.side()));
                if (size.signum() == 0) {
                    return Stop.REDUCED;
                }
            }
            size = offered(market, resting, size);
            if (size.signum() == 0) {
                continue;
            }
            if (liquidation.isEmpty() && !affords(account, taker, size, resting.price(), true)) {
                return Stop.MARGIN;
            }
            booking.trade(market, taker, resting, size, liquidation);
        }
        return Stop.FILLED;
    }

    /// The order that is first in line for a taker of this side and limit.
    Optional<Order> next(Market market, Side side, BigDecimal limit) {
        return market.book().first(side.opposite()).filter(order -> side.accepts(limit, order.price()));
    }

    /// How much of a resting order can trade now, at most `wanted`. One that cannot trade at all is cancelled.
    BigDecimal offered(Market market, Order resting, BigDecimal wanted) {
        Account account = floor.account(resting.owner());
        BigDecimal size = wanted.min(resting.remaining());
        if (account.isMarket()) {
            return size;
        }
        if (resting.reduceOnly()) {
            size = size.min(OrderEnds.reducible(account.position(market.coin()), resting.side()));
            if (size.signum() == 0) {
                ends.end(resting, OrderStatus.REDUCE_ONLY_CANCELED);
            }
            return size;
        }
        Holding holding = floor.holding(account, market.coin());
        boolean isCapped = market.gate() == OpenInterestGate.CAPPED;
        if (isCapped && holding.increases(resting.side().signed(size))) {
            ends.end(resting, OrderStatus.OPEN_INTEREST_CAP_CANCELED);
            return BigDecimal.ZERO;
        }
        if (!affords(account, resting, size, resting.price(), false)) {
            ends.end(resting, OrderStatus.MARGIN_CANCELED);
            return BigDecimal.ZERO;
        }
        return size;
    }

    private boolean affords(Account account, Order order, BigDecimal size, BigDecimal price, boolean isTaker) {
        if (account.isMarket()) {
            return true;
        }
        Holding holding = floor.holding(account, order.coin());
        BigDecimal fee = Booking.fee(account, size, price, isTaker);
        return floor.margin().affords(account, holding, order.side().signed(size), price, fee);
    }
}
