package aiquant.simulator.server;

import static aiquant.simulator.server.Nodes.amount;
import static aiquant.simulator.server.Nodes.array;
import static aiquant.simulator.server.Nodes.object;
import static aiquant.simulator.server.Nodes.pair;
import static aiquant.simulator.server.Nodes.text;

import aiquant.simulator.book.BookLevel;
import aiquant.simulator.market.Asset;
import aiquant.simulator.market.CandleInterval;
import aiquant.simulator.market.MarginMode;
import aiquant.simulator.market.MarginTable;
import aiquant.simulator.market.MarginTier;
import aiquant.simulator.market.PublicTrade;
import aiquant.simulator.market.VenueCandle;
import aiquant.simulator.venue.AssetContext;
import aiquant.simulator.venue.FundingRow;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Markets in the exchange's words.
final class MarketJson {
    private static final int SINGLE_TIER_BELOW = 50;
    private static final long HOUR_MS = 3_600_000;

    private MarketJson() {}

    static ObjectNode meta(List<Asset> universe) {
        Map<Integer, MarginTable> tables = new TreeMap<>();
        universe.forEach(asset -> tables.put(asset.marginTable().id(), asset.marginTable()));
        tables.keySet().removeIf(id -> id < SINGLE_TIER_BELOW);
        ArrayNode marginTables = array(
                List.copyOf(tables.values()), table -> array().add(table.id()).add(table(table)));
        ObjectNode meta = object();
        meta.set("universe", array(universe, MarketJson::asset));
        meta.set("marginTables", marginTables);
        return meta.put("collateralToken", 0);
    }

    private static ObjectNode asset(Asset asset) {
        ObjectNode node = object().put("name", asset.coin())
                .put("szDecimals", asset.sizeDecimals())
                .put("maxLeverage", asset.maxLeverage())
                .put("marginTableId", asset.marginTable().id());
        if (asset.marginMode() != MarginMode.ANY) {
            node.put("onlyIsolated", true)
                    .put("marginMode", asset.marginMode() == MarginMode.NO_CROSS ? "noCross" : "strictIsolated");
        }
        return asset.isDelisted() ? node.put("isDelisted", true) : node;
    }

    static ObjectNode table(MarginTable table) {
        ObjectNode node = object().put("description", table.description());
        node.set("marginTiers", array(table.tiers(), MarketJson::tier));
        return node;
    }

    private static ObjectNode tier(MarginTier tier) {
        return object().put("lowerBound", text(tier.lowerBoundUsd())).put("maxLeverage", tier.maxLeverage());
    }

    static ObjectNode context(AssetContext context) {
        ObjectNode node = object().put("funding", text(context.funding()))
                .put("openInterest", text(context.openInterest()))
                .put("prevDayPx", text(context.prevDayPrice()))
                .put("dayNtlVlm", text(context.dayNotionalUsd()))
                .put("dayBaseVlm", text(context.dayBase()))
                .put("oraclePx", text(context.oraclePrice()))
                .put("markPx", text(context.markPrice()));
        put(node, "premium", context.premium());
        put(node, "midPx", context.mid());
        if (context.impactBid().isPresent() && context.impactAsk().isPresent()) {
            node.set(
                    "impactPxs",
                    pair(context.impactBid().get(), context.impactAsk().get()));
        } else {
            node.putNull("impactPxs");
        }
        return node;
    }

    /// What the next hour will cost, here and on other exchanges, of which a simulator knows nothing.
    static ArrayNode predicted(AssetContext context, long nowMs) {
        ObjectNode rate = object().put("fundingRate", text(context.funding()))
                .put("nextFundingTime", (nowMs / HOUR_MS + 1) * HOUR_MS)
                .put("fundingIntervalHours", 1);
        ArrayNode venues = array().add(array().add("BinPerp").addNull())
                .add(array().add("HlPerp").add(rate))
                .add(array().add("BybitPerp").addNull());
        return array().add(context.coin()).add(venues);
    }

    /// All contexts of the only dex there is.
    static ArrayNode contexts(List<AssetContext> contexts) {
        return array(contexts, MarketJson::context);
    }

    static void put(ObjectNode node, String name, Optional<BigDecimal> amount) {
        amount.ifPresentOrElse(value -> node.put(name, text(value)), () -> node.putNull(name));
    }

    static ObjectNode mids(Map<String, BigDecimal> mids) {
        ObjectNode node = object();
        mids.forEach((coin, mid) -> node.put(coin, text(mid)));
        return node;
    }

    static ObjectNode book(String coin, long timeMs, List<BookLevel> bids, List<BookLevel> asks) {
        ObjectNode node = object().put("coin", coin).put("time", timeMs);
        node.set("levels", array().add(array(bids, MarketJson::level)).add(array(asks, MarketJson::level)));
        return node;
    }

    static ObjectNode bbo(String coin, long timeMs, List<BookLevel> bids, List<BookLevel> asks) {
        ObjectNode node = object().put("coin", coin).put("time", timeMs);
        node.set("bbo", array().add(best(bids)).add(best(asks)));
        return node;
    }

    private static JsonNode best(List<BookLevel> side) {
        return side.isEmpty() ? array().nullNode() : level(side.getFirst());
    }

    private static ObjectNode level(BookLevel level) {
        return object().put("px", text(level.price()))
                .put("sz", text(level.size()))
                .put("n", level.orders());
    }

    static ObjectNode candle(String coin, CandleInterval interval, VenueCandle candle) {
        return object().put("t", candle.openMs())
                .put("T", candle.closeMs())
                .put("s", coin)
                .put("i", interval.text())
                .put("o", text(candle.open()))
                .put("c", text(candle.close()))
                .put("h", text(candle.high()))
                .put("l", text(candle.low()))
                .put("v", text(candle.volume()))
                .put("n", candle.trades());
    }

    static ObjectNode trade(PublicTrade trade) {
        ObjectNode node = object().put("coin", trade.coin())
                .put("side", trade.side().letter())
                .put("px", text(trade.price()))
                .put("sz", text(trade.size()))
                .put("time", trade.timeMs())
                .put("hash", trade.hash())
                .put("tid", trade.tradeId());
        node.set("users", array().add(trade.buyer()).add(trade.seller()));
        return node;
    }

    static ObjectNode funding(String coin, FundingRow row) {
        ObjectNode node = object().put("coin", coin);
        node.set("fundingRate", amount(row.rate()));
        node.set("premium", amount(row.premium()));
        return node.put("time", row.timeMs());
    }
}
