package aiquant.simulator.source;

import aiquant.simulator.Listing;
import aiquant.simulator.market.Asset;
import aiquant.simulator.market.Grid;
import aiquant.simulator.market.MarginTable;
import aiquant.simulator.market.MarginTier;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The coins of the generated market as an exchange would list them.
public final class DemoUniverse {

    private static final MarginTable FORTY = table(56, "tiered 40x", 40, 150, 20);
    private static final MarginTable TWENTY_FIVE = table(55, "tiered 25x", 25, 100, 15);
    private static final MarginTable TWENTY = table(54, "tiered 20x (2)", 20, 70, 10);
    private static final MarginTable TEN = table(52, "tiered 10x (2)", 10, 20, 5);

    private DemoUniverse() {}

    /// In the order of the listings, BTC first.
    public static List<Asset> assets() {
        return Listing.all().stream().map(DemoUniverse::asset).toList();
    }

    static Map<String, Grid> grids() {
        Map<String, Grid> grids = new HashMap<>();
        assets().forEach(asset -> grids.put(asset.coin(), asset.grid()));
        return grids;
    }

    private static Asset asset(Listing listing) {
        String coin = listing.symbol().name();
        MarginTable table = switch (coin) {
            case "BTC" -> FORTY;
            case "ETH" -> TWENTY_FIVE;
            case "SOL", "XRP" -> TWENTY;
            default -> TEN;
        };
        return Asset.of(coin, listing.sizeDecimals(), table);
    }

    private static MarginTable table(int id, String description, int leverage, int millions, int above) {
        return new MarginTable(
                id,
                description,
                List.of(
                        new MarginTier(BigDecimal.ZERO, leverage),
                        new MarginTier(BigDecimal.valueOf(millions * 1_000_000L), above)));
    }
}
