package aiquant.simulator.venue;

import aiquant.simulator.account.Account;
import aiquant.simulator.account.TwapRow;
import aiquant.simulator.market.Grid;
import aiquant.simulator.order.Order;
import aiquant.simulator.order.OrderRequest;
import aiquant.simulator.order.OrderType;
import aiquant.simulator.order.Refusal;
import aiquant.simulator.order.Side;
import aiquant.simulator.order.TimeInForce;
import aiquant.simulator.source.MarketSource;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Trades orders in slices: one every half minute, at most three per cent from the mark.
final class TwapDesk {

    private static final int SHORTEST_MINUTES = 5;
    private static final int LONGEST_MINUTES = 7 * 1440;
    private static final BigDecimal SLIPPAGE = new BigDecimal("0.03");
    private static final String GONE = "TWAP was never placed, already canceled, or filled.";

    private final Floor floor;
    private final OrderDesk orders;
    private final Map<Long, Twap> running = new LinkedHashMap<>();
    private long lastId;

    TwapDesk(Floor floor, OrderDesk orders) {
        this.floor = floor;
        this.orders = orders;
    }

    ActionResult start(Account account, Action.PlaceTwap order) {
        Optional<String> refusal = refusal(account, order);
        if (refusal.isPresent()) {
            return new ActionResult.TwapRefused(refusal.get());
        }
        Twap twap = new Twap(++lastId, account.address(), order, floor.nowMs());
        running.put(twap.id(), twap);
        tell(twap, "activated");
        return new ActionResult.TwapRunning(twap.id());
    }

    private Optional<String> refusal(Account account, Action.PlaceTwap order) {
        if (order.minutes() < SHORTEST_MINUTES || order.minutes() > LONGEST_MINUTES) {
            return Optional.of("Invalid TWAP duration: " + order.minutes() + " min(s)");
        }
        Optional<Market> market = floor.find(order.coin());
        if (market.isEmpty() || market.get().asset().isDelisted()) {
            return Optional.of(Refusal.HALTED.text());
        }
        if (!market.get().asset().grid().isSize(order.size())) {
            return Optional.of(Refusal.INVALID_SIZE.text());
        }
        BigDecimal usd = order.size().multiply(floor.mark(order.coin()));
        if (usd.compareTo(floor.rules().minimumValueUsd()) < 0) {
            return Optional.of(Refusal.MINIMUM.text());
        }
        BigDecimal most = OrderEnds.reducible(account.position(order.coin()), order.side());
        return order.reduceOnly() && most.signum() == 0 ? Optional.of(Refusal.REDUCE_ONLY.text()) : Optional.empty();
    }

    ActionResult cancel(Account account, Action.CancelTwap cancel) {
        Optional<Twap> twap = Optional.ofNullable(running.get(cancel.id()))
                .filter(one -> one.owner().equals(account.address())
                        && one.order().coin().equals(cancel.coin()));
        if (twap.isEmpty()) {
            return new ActionResult.TwapRefused(GONE);
        }
        end(twap.get(), "terminated");
        return new ActionResult.TwapCanceled();
    }

    /// Of an account that is liquidated.
    void endAll(Account account) {
        of(account.address()).forEach(twap -> end(twap, "terminated"));
    }

    private List<Twap> of(String address) {
        return running.values().stream()
                .filter(twap -> twap.owner().equals(address))
                .toList();
    }

    /// Those that are running.
    List<TwapRow> rows(String address) {
        return of(address).stream()
                .map(twap -> twap.row("activated", floor.nowMs()))
                .toList();
    }

    long nextMs() {
        return running.values().stream().mapToLong(Twap::nextMs).min().orElse(MarketSource.NEVER);
    }

    /// Sends the slices that are due.
    void run() {
        for (Twap twap : List.copyOf(running.values())) {
            if (twap.nextMs() <= floor.nowMs()) {
                slice(twap);
            }
        }
    }

    private void slice(Twap twap) {
        Market market = floor.market(twap.order().coin());
        if (market.asset().isDelisted()) {
            end(twap, "terminated");
            return;
        }
        floor.ids().beginTransaction();
        Grid grid = market.asset().grid();
        BigDecimal mark = floor.mark(market.coin());
        BigDecimal least = mark.signum() == 0
                ? BigDecimal.ZERO
                : floor.rules()
                        .minimumValueUsd()
                        .divide(mark, grid.sizeDecimals(), RoundingMode.UP)
                        .add(grid.lot());
        BigDecimal size = grid.onLot(twap.nextSlice(least));
        Account account = floor.account(twap.owner());
        if (twap.order().reduceOnly()) {
            size = size.min(OrderEnds.reducible(
                    account.position(market.coin()), twap.order().side()));
        }
        if (size.signum() > 0 && mark.signum() > 0) {
            OrderRequest request = new OrderRequest(
                    market.coin(),
                    twap.order().side(),
                    worst(grid, twap.order().side(), mark),
                    size,
                    twap.order().reduceOnly(),
                    new OrderType.Limit(TimeInForce.IOC),
                    Optional.empty());
            Optional<Order> slice = orders.slice(account, request, twap.id());
            slice.ifPresent(order -> twap.executed(order.filledSize(), order.filledUsd()));
        }
        if (running.containsKey(twap.id()) && twap.isOver()) {
            end(twap, "finished");
        }
    }

    private static BigDecimal worst(Grid grid, Side side, BigDecimal mark) {
        return side == Side.BUY
                ? grid.onTick(mark.multiply(BigDecimal.ONE.add(SLIPPAGE)), RoundingMode.DOWN)
                : grid.onTick(mark.multiply(BigDecimal.ONE.subtract(SLIPPAGE)), RoundingMode.UP);
    }

    private void end(Twap twap, String status) {
        running.remove(twap.id());
        tell(twap, status);
    }

    private void tell(Twap twap, String status) {
        TwapRow row = twap.row(status, floor.nowMs());
        floor.account(twap.owner()).history().add(row);
        floor.tell(new VenueEvent.TwapChanged(floor.nowMs(), twap.owner(), row));
    }
}
