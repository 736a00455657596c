package aiquant.simulator.venue;

import aiquant.simulator.account.Account;
import aiquant.simulator.account.Holding;
import aiquant.simulator.market.Asset;
import aiquant.simulator.order.Order;
import aiquant.simulator.order.OrderStatus;
import aiquant.simulator.venue.VenueEvent.UniverseChanged;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Lists, changes and delists coins.
final class ListingDesk {

    private final Floor floor;
    private final OrderEnds ends;
    private final Booking booking;
    private final MarketMaker maker;

    ListingDesk(Floor floor, OrderEnds ends, Booking booking, MarketMaker maker) {
        this.floor = floor;
        this.ends = ends;
        this.booking = booking;
        this.maker = maker;
    }

    void list(Asset asset) {
        floor.list(asset);
        floor.tell(new UniverseChanged(floor.nowMs(), asset.coin()));
    }

    void change(Asset asset) {
        Market market = floor.market(asset.coin());
        if (market.asset().sizeDecimals() != asset.sizeDecimals()) {
            throw new IllegalArgumentException("size decimals of " + asset.coin() + " cannot change");
        }
        market.setAsset(asset);
        floor.tell(new UniverseChanged(floor.nowMs(), asset.coin()));
    }

    /// Cancels all orders and settles all positions at the mark.
    void delist(String coin) {
        Market market = floor.market(coin);
        if (market.asset().isDelisted()) {
            return;
        }
        maker.quote(market, List.of(), List.of());
        BigDecimal price = floor.mark(coin);
        for (Account account : new ArrayList<>(floor.accounts())) {
            for (Order order : account.openOrders(coin)) {
                if (order.status().isLive()) {
                    ends.end(order, OrderStatus.DELISTED_CANCELED);
                }
            }
            Optional<Holding> held = account.holding(coin).filter(holding -> !holding.isFlat());
            held.ifPresent(holding ->
                    booking.handOver(account, holding, price, "Settlement", Ids.ZERO_HASH, Optional.empty()));
            held.ifPresent(_ -> floor.touch(account));
        }
        market.setAsset(market.asset().delisted());
        floor.tell(new UniverseChanged(floor.nowMs(), coin));
    }
}
