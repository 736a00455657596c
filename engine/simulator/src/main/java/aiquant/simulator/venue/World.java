package aiquant.simulator.venue;

import aiquant.simulator.market.Asset;
import aiquant.simulator.source.MarketStep;
import aiquant.simulator.venue.VenueEvent.MarkChanged;
import java.math.BigDecimal;

/// Lets the steps of the world outside happen to the exchange, and marks follow them.
final class World {

    private final Floor floor;
    private final MarketMaker maker;
    private final ListingDesk listings;
    private final TriggerDesk triggers;
    private final Liquidator liquidator;

    World(Floor floor, MarketMaker maker, ListingDesk listings, TriggerDesk triggers, Liquidator liquidator) {
        this.floor = floor;
        this.maker = maker;
        this.listings = listings;
        this.triggers = triggers;
        this.liquidator = liquidator;
    }

    void step(MarketStep step) {
        floor.ids().beginTransaction();
        boolean isGone = floor.find(step.coin())
                .filter(market -> market.asset().isDelisted())
                .isPresent();
        if (isGone) {
            return;
        }
        switch (step) {
            case MarketStep.Oracle(String coin, BigDecimal price) ->
                floor.market(coin).setOracle(price);
            case MarketStep.Quotes quotes -> maker.quote(floor.market(quotes.coin()), quotes.bids(), quotes.asks());
            case MarketStep.Print print ->
                maker.print(floor.market(print.coin()), print.side(), print.price(), print.size());
            case MarketStep.Mark(String coin, BigDecimal price) -> {
                Market market = floor.market(coin);
                market.setMark(price);
                onMark(market);
                liquidator.checkAll();
            }
            case MarketStep.Listed(Asset asset) -> listings.list(asset);
            case MarketStep.Changed(Asset asset) -> listings.change(asset);
            case MarketStep.Delisted(String coin) -> listings.delist(coin);
        }
    }

    /// Regular marks of all coins, the trigger orders they wake, the accounts they break.
    void updateMarks() {
        for (Market market : floor.markets()) {
            if (!market.asset().isDelisted() && market.updateMark(floor.nowMs())) {
                onMark(market);
            }
        }
        liquidator.checkAll();
    }

    private void onMark(Market market) {
        BigDecimal mark = floor.mark(market.coin());
        BigDecimal oracle = market.oracle().orElse(mark);
        floor.tell(new MarkChanged(floor.nowMs(), market.coin(), mark, oracle));
        triggers.run(market);
    }
}
