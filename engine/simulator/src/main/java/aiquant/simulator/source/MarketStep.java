package aiquant.simulator.source;

import aiquant.simulator.market.Asset;
import aiquant.simulator.order.Side;
import java.math.BigDecimal;
import java.util.List;

/// One thing that happens in the world outside the exchange's accounts.
public sealed interface MarketStep {

    String coin();

    record Oracle(String coin, BigDecimal price) implements MarketStep {}

    /// The maker quotes exactly this from now on; best first, prices and sizes valid for the asset, not crossed.
    record Quotes(String coin, List<Quote> bids, List<Quote> asks) implements MarketStep {
        public Quotes {
            bids = List.copyOf(bids);
            asks = List.copyOf(asks);
        }
    }

    record Quote(BigDecimal price, BigDecimal size) {}

    /// Strangers trade.
    ///
    /// @param side the aggressor's
    record Print(String coin, Side side, BigDecimal price, BigDecimal size) implements MarketStep {}

    /// A mark out of the ordinary; it holds until the next regular one.
    record Mark(String coin, BigDecimal price) implements MarketStep {}

    record Listed(Asset asset) implements MarketStep {
        @Override
        public String coin() {
            return asset.coin();
        }
    }

    /// Other leverage, tiers or margin mode.
    record Changed(Asset asset) implements MarketStep {
        @Override
        public String coin() {
            return asset.coin();
        }
    }

    /// Positions settle at the mark and all orders go.
    record Delisted(String coin) implements MarketStep {}
}
