package aiquant.simulator.venue;

import aiquant.simulator.MicroUsd;
import aiquant.simulator.account.Account;
import aiquant.simulator.account.Fill;
import aiquant.simulator.account.Holding;
import aiquant.simulator.account.Liquidation;
import aiquant.simulator.market.PublicTrade;
import aiquant.simulator.order.Order;
import aiquant.simulator.order.OrderStatus;
import aiquant.simulator.order.Side;
import aiquant.simulator.venue.VenueEvent.Filled;
import aiquant.simulator.venue.VenueEvent.SliceFilled;
import aiquant.simulator.venue.VenueEvent.Traded;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/// Writes a trade into both accounts and onto the tape.
final class Booking {

    private final Floor floor;
    private final OrderEnds ends;

    Booking(Floor floor, OrderEnds ends) {
        this.floor = floor;
        this.ends = ends;
    }

    /// The fee of a trade, cut to six decimals.
    static BigDecimal fee(Account account, BigDecimal size, BigDecimal price, boolean isTaker) {
        if (account.isMarket()) {
            return BigDecimal.ZERO;
        }
        BigDecimal rate = isTaker ? account.rates().taker() : account.rates().maker();
        return MicroUsd.cut(size.multiply(price).multiply(rate));
    }

    /// Trades `size` at the resting order's price.
    void trade(Market market, Order taker, Order resting, BigDecimal size, Optional<Liquidation> liquidation) {
        long tradeId = tradeId(market, taker, resting);
        taker.fill(size, resting.price());
        resting.fill(size, resting.price());
        book(market, taker, size, resting.price(), true, tradeId, liquidation);
        book(market, resting, size, resting.price(), false, tradeId, liquidation);
        print(market, taker, resting, resting.price(), size, tradeId);
        floor.bookChanged(market.coin());

        // Siblings of a filled order end as such before the closed position ends them.
        after(resting, true);
        after(taker, false);
        ends.keepReducing(floor.account(resting.owner()), market.coin());
        ends.keepReducing(floor.account(taker.owner()), market.coin());
    }

    /// Gives a whole position to the market at `price`, without a fee and without a print.
    void handOver(
            Account account,
            Holding holding,
            BigDecimal price,
            String direction,
            String hash,
            Optional<Liquidation> liquidation) {
        String coin = holding.coin();
        BigDecimal start = holding.size();
        BigDecimal size = start.abs();
        Side side = Side.closing(start);
        Account market = floor.marketAccount();
        Account.Booked booked = account.trade(holding, side, size, price, BigDecimal.ZERO);
        market.trade(floor.holding(market, coin), side.opposite(), size, price, BigDecimal.ZERO);
        floor.take(account, booked.deficitUsd().negate());
        long order = floor.ids().nextOrder();
        tell(
                account,
                new Fill(
                        coin,
                        price,
                        size,
                        side,
                        floor.nowMs(),
                        start,
                        direction,
                        booked.closedPnl(),
                        hash,
                        order,
                        true,
                        BigDecimal.ZERO,
                        Ids.trade(coin, order, order),
                        Optional.empty(),
                        liquidation,
                        OptionalLong.empty()));
    }

    /// Trades between a bankrupt account and one that has to give up what it won, without fees and without a print.
    void deleverage(Account lost, Account other, String coin, BigDecimal size, BigDecimal price) {
        Side side = Side.closing(lost.position(coin));
        long lostOrder = floor.ids().nextOrder();
        long otherOrder = floor.ids().nextOrder();
        long tradeId = Ids.trade(coin, lostOrder, otherOrder);
        give(lost, coin, side, size, price, lostOrder, tradeId);
        give(other, coin, side.opposite(), size, price, otherOrder, tradeId);
    }

    private void give(
            Account account, String coin, Side side, BigDecimal size, BigDecimal price, long order, long tradeId) {
        Account.Booked booked = account.trade(floor.holding(account, coin), side, size, price, BigDecimal.ZERO);
        floor.take(account, booked.deficitUsd().negate());
        tell(
                account,
                new Fill(
                        coin,
                        price,
                        size,
                        side,
                        floor.nowMs(),
                        booked.startPosition(),
                        "Auto-Deleveraging",
                        booked.closedPnl(),
                        floor.ids().hash(),
                        order,
                        true,
                        BigDecimal.ZERO,
                        tradeId,
                        Optional.empty(),
                        Optional.empty(),
                        OptionalLong.empty()));
    }

    /// A print between two strangers.
    void print(Market market, Order taker, Order resting, BigDecimal price, BigDecimal size) {
        print(market, taker, resting, price, size, tradeId(market, taker, resting));
    }

    private void after(Order order, boolean tellsPartial) {
        if (order.remaining().signum() == 0) {
            ends.end(order, OrderStatus.FILLED);
        } else if (tellsPartial) {
            floor.tell(floor.account(order.owner()), order);
        }
    }

    private void book(
            Market market,
            Order order,
            BigDecimal size,
            BigDecimal price,
            boolean isTaker,
            long tradeId,
            Optional<Liquidation> liquidation) {
        Account account = floor.account(order.owner());
        Holding holding = floor.holding(account, market.coin());
        BigDecimal fee = fee(account, size, price, isTaker);
        Account.Booked booked = account.trade(holding, order.side(), size, price, fee);
        floor.collectFee(fee);
        floor.take(account, booked.deficitUsd().negate());
        account.turnover().add(floor.nowMs(), size.multiply(price), !isTaker);
        if (account.isMarket()) {
            return;
        }
        boolean isOwn = liquidation
                .filter(one -> one.liquidatedUser().equals(account.address()))
                .isPresent();
        String direction = isOwn
                ? liquidated(holding, booked.startPosition())
                : direction(booked.startPosition(), order.side().signed(size));
        tell(
                account,
                new Fill(
                        market.coin(),
                        price,
                        size,
                        order.side(),
                        floor.nowMs(),
                        booked.startPosition(),
                        direction,
                        booked.closedPnl(),
                        order.twapId().isPresent() ? Ids.ZERO_HASH : floor.ids().hash(),
                        order.id(),
                        isTaker,
                        fee,
                        tradeId,
                        order.cloid(),
                        liquidation,
                        order.twapId()));
        floor.touch(account);
    }

    private void tell(Account account, Fill fill) {
        if (fill.twapId().isPresent()) {
            account.history().addSlice(fill);
            floor.tell(new SliceFilled(floor.nowMs(), account.address(), fill));
            return;
        }
        account.history().add(fill);
        floor.tell(new Filled(floor.nowMs(), account.address(), fill));
    }

    private void print(Market market, Order taker, Order resting, BigDecimal price, BigDecimal size, long tradeId) {
        boolean isBuy = taker.side() == Side.BUY;
        PublicTrade trade = new PublicTrade(
                market.coin(),
                taker.side(),
                price,
                size,
                floor.nowMs(),
                floor.ids().hash(),
                tradeId,
                isBuy ? taker.owner() : resting.owner(),
                isBuy ? resting.owner() : taker.owner());
        market.add(trade);
        floor.tell(new Traded(floor.nowMs(), trade));
    }

    private static long tradeId(Market market, Order taker, Order resting) {
        boolean isBuy = taker.side() == Side.BUY;
        return Ids.trade(market.coin(), isBuy ? taker.id() : resting.id(), isBuy ? resting.id() : taker.id());
    }

    static String liquidated(Holding holding, BigDecimal position) {
        return "Liquidated " + (holding.isCross() ? "Cross " : "Isolated ")
                + (position.signum() > 0 ? "Long" : "Short");
    }

    private static String direction(BigDecimal start, BigDecimal signed) {
        int after = start.add(signed).signum();
        if (start.signum() * after < 0) {
            return start.signum() > 0 ? "Long > Short" : "Short > Long";
        }
        boolean opens = start.signum() == 0 || start.signum() == signed.signum();
        boolean isLong = opens ? signed.signum() > 0 : start.signum() > 0;
        return (opens ? "Open " : "Close ") + (isLong ? "Long" : "Short");
    }
}
