package aiquant.simulator.venue;

import aiquant.simulator.order.Order;
import aiquant.simulator.order.OrderRequest;
import aiquant.simulator.order.Side;
import aiquant.simulator.order.TimeInForce;
import aiquant.simulator.source.MarketStep.Quote;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// The rest of the world: quotes a book, and trades against it.
///
/// A quote that stays keeps its place in line. Quotes that cross somebody's order take it first. A print of the world
/// fills the orders in its way and shows the rest at its own price, so that the tape holds what the source said.
final class MarketMaker {

    private final Floor floor;
    private final Matching matching;
    private final Booking booking;
    private final Map<String, NavigableMap<BigDecimal, Order>> bids = new HashMap<>();
    private final Map<String, NavigableMap<BigDecimal, Order>> asks = new HashMap<>();

    MarketMaker(Floor floor, Matching matching, Booking booking) {
        this.floor = floor;
        this.matching = matching;
        this.booking = booking;
    }

    /// Quotes exactly this from now on.
    void quote(Market market, List<Quote> newBids, List<Quote> newAsks) {
        NavigableMap<BigDecimal, Order> oldBids = bids.computeIfAbsent(market.coin(), _ -> new TreeMap<>());
        NavigableMap<BigDecimal, Order> oldAsks = asks.computeIfAbsent(market.coin(), _ -> new TreeMap<>());
        withdraw(market, oldBids, sizes(newBids));
        withdraw(market, oldAsks, sizes(newAsks));
        offer(market, Side.BUY, oldBids, newBids);
        offer(market, Side.SELL, oldAsks, newAsks);
        floor.bookChanged(market.coin());
    }

    private static NavigableMap<BigDecimal, BigDecimal> sizes(List<Quote> quotes) {
        NavigableMap<BigDecimal, BigDecimal> sizes = new TreeMap<>();
        quotes.forEach(quote -> sizes.put(quote.price(), quote.size()));
        return sizes;
    }

    private static void withdraw(
            Market market, NavigableMap<BigDecimal, Order> old, NavigableMap<BigDecimal, BigDecimal> wanted) {
        old.values().removeIf(order -> {
            boolean isUsed = !order.status().isLive() || order.remaining().signum() == 0;
            boolean goes = isUsed || !wanted.containsKey(order.price());
            if (goes) {
                market.book().remove(order);
            }
            return goes;
        });
    }

    private void offer(Market market, Side side, NavigableMap<BigDecimal, Order> standing, List<Quote> quotes) {
        for (Quote quote : quotes) {
            Order stands = standing.get(quote.price());
            if (stands != null) {
                stands.resize(quote.size());
                continue;
            }
            Order order = order(market, side, quote.price(), quote.size(), TimeInForce.GTC);
            matching.take(market, order, Optional.empty());
            if (order.remaining().signum() > 0) {
                market.book().add(order);
                standing.put(order.price(), order);
            }
        }
    }

    /// Somebody out there trades `size` at `price`, as the aggressor on `side`.
    void print(Market market, Side side, BigDecimal price, BigDecimal size) {
        Order crowd = order(market, side, price, size, TimeInForce.IOC);
        BigDecimal unseen = BigDecimal.ZERO;
        Optional<Order> last = Optional.empty();
        while (crowd.remaining().signum() > 0) {
            Optional<Order> first = matching.next(market, side, price);
            if (first.isEmpty()) {
                break;
            }
            Order resting = first.get();
            if (floor.account(resting.owner()).isMarket()) {
                BigDecimal taken = crowd.remaining().min(resting.remaining());
                unseen = unseen.add(taken);
                crowd.resize(crowd.remaining().subtract(taken));
                use(market, resting, taken);
                last = first;
                continue;
            }
            BigDecimal offered = matching.offered(market, resting, crowd.remaining());
            if (offered.signum() > 0) {
                booking.trade(market, crowd, resting, offered, Optional.empty());
            }
        }
        BigDecimal rest = unseen.add(crowd.remaining());
        if (rest.signum() > 0) {
            Order other = last.orElseGet(() -> order(market, side.opposite(), price, rest, TimeInForce.GTC));
            booking.print(market, crowd, other, price, rest);
        }
        floor.bookChanged(market.coin());
    }

    /// A quote of the world's is traded by the world itself: nobody's position changes.
    private static void use(Market market, Order quote, BigDecimal size) {
        quote.resize(quote.remaining().subtract(size));
        if (quote.remaining().signum() == 0) {
            market.book().remove(quote);
        }
    }

    private Order order(Market market, Side side, BigDecimal price, BigDecimal size, TimeInForce tif) {
        OrderRequest request = OrderRequest.limit(market.coin(), side, price, size, tif);
        return new Order(floor.ids().nextOrder(), Floor.MARKET, request, size, floor.nowMs(), false);
    }
}
