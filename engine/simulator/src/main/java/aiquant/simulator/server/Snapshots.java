package aiquant.simulator.server;

import static aiquant.simulator.server.Nodes.array;
import static aiquant.simulator.server.Nodes.object;

import aiquant.exchange.wire.Extra;
import aiquant.exchange.wire.FastCtx;
import aiquant.exchange.wire.MarketPayload;
import aiquant.exchange.wire.Subscription;
import aiquant.simulator.market.CandleInterval;
import aiquant.simulator.order.Side;
import aiquant.simulator.venue.AssetContext;
import aiquant.simulator.venue.VenueModel;
import aiquant.simulator.venue.VenueQueries;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a stream says as a whole: on subscribing, and again and again where it sends full states.
final class Snapshots {
    private static final int BACKFILL = 30;
    private static final int FAST_LEVELS = 5;

    private final VenueModel venue;
    private final VenueQueries queries;
    private Map<String, FastCtx> lastFast = Map.of();

    Snapshots(VenueModel venue) {
        this.venue = venue;
        queries = venue.queries();
    }

    /// The first data of a subscription; empty where the exchange sends none, as for order updates.
    Optional<JsonNode> of(Subscription subscription) {
        Optional<String> coin = subscription.argument("coin");
        if (coin.isPresent() && !queries.isListed(coin.get())) {
            return Optional.empty();
        }
        return switch (subscription.type()) {
            case "allMids" -> Optional.of(mids());
            case "assetCtxs" -> Optional.of(contexts());
            case "allDexsAssetCtxs" -> Optional.of(contextsByDex());
            case "fastAssetCtxs" ->
                Optional.of(MarketPayload.FastAssetCtxs.of(allFast()).toJson());
            case "bbo" -> coin.map(this::bbo);
            case "l2Book" -> coin.map(name -> book(name, subscription));
            case "trades" -> coin.map(name -> array(queries.trades(name, BACKFILL), MarketJson::trade));
            case "candle" ->
                coin.flatMap(
                        name -> candle(name, subscription.argument("interval").orElse("")));
            case "activeAssetCtx" -> coin.map(this::context);
            default -> subscription.argument("user").flatMap(user -> account(subscription, user, coin));
        };
    }

    private Optional<JsonNode> account(Subscription subscription, String user, Optional<String> coin) {
        return switch (subscription.type()) {
            case "userFills" -> Optional.of(snapshot(user, "fills", fills(user, subscription)));
            case "userFundings" ->
                Optional.of(snapshot(
                        user,
                        "fundings",
                        array(
                                queries.funding(user, 0, Long.MAX_VALUE),
                                payment -> AccountJson.fundingEvent(payment).put("nSamples", payment.samples()))));
            case "userNonFundingLedgerUpdates" ->
                Optional.of(snapshot(
                        user,
                        "nonFundingLedgerUpdates",
                        array(queries.ledger(user, 0, Long.MAX_VALUE), AccountJson::ledger)));
            case "clearinghouseState" -> Optional.of(state(user));
            case "openOrders" -> Optional.of(openOrders(user));
            case "activeAssetData" -> coin.map(name -> AccountJson.active(user, queries.activeAsset(user, name)));
            case "spotState" -> Optional.of(spot(user));
            case "twapStates" -> Optional.of(twaps(user));
            case "allDexsClearinghouseState" -> Optional.of(stateByDex(user));
            case "webData3" -> Optional.of(webData(user));
            default -> Optional.empty();
        };
    }

    private ArrayNode fills(String user, Subscription subscription) {
        boolean isMerged = subscription.argument("aggregateByTime").isPresent();
        return array(isMerged ? queries.mergedFills(user) : queries.fills(user), AccountJson::fill);
    }

    JsonNode contexts() {
        ObjectNode node = object().put("dex", "");
        node.set("ctxs", MarketJson.contexts(allContexts()));
        return node;
    }

    JsonNode contextsByDex() {
        ObjectNode node = object();
        node.set("ctxs", array().add(array().add("").add(MarketJson.contexts(allContexts()))));
        return node;
    }

    private List<AssetContext> allContexts() {
        return queries.universe().stream()
                .map(asset -> queries.context(asset.coin()))
                .toList();
    }

    private Map<String, FastCtx> allFast() {
        Map<String, FastCtx> now = fastContexts();
        if (lastFast.isEmpty()) {
            lastFast = now;
        }
        return now;
    }

    /// What has changed of marks and middles since the last call, or since the first subscriber was told all of them.
    Map<String, FastCtx> fastChanges() {
        Map<String, FastCtx> now = fastContexts();
        Map<String, FastCtx> changed = new LinkedHashMap<>(now);
        changed.entrySet().removeAll(lastFast.entrySet());
        lastFast = now;
        return changed;
    }

    private Map<String, FastCtx> fastContexts() {
        Map<String, FastCtx> contexts = new LinkedHashMap<>();
        for (AssetContext context : allContexts()) {
            contexts.put(context.coin(), new FastCtx(Optional.of(context.markPrice()), context.mid(), Extra.NONE));
        }
        return contexts;
    }

    private JsonNode spot(String user) {
        ObjectNode node = object().put("user", user);
        node.set("spotState", AccountJson.spot(queries.spotUsd(user)));
        return node;
    }

    private JsonNode twaps(String user) {
        ObjectNode node = object().put("dex", "").put("user", user);
        node.set("states", array(queries.twaps(user), row -> TwapJson.running(user, row)));
        return node;
    }

    private JsonNode stateByDex(String user) {
        ObjectNode node = object().put("user", user);
        node.set("clearinghouseStates", array().add(array().add("").add(AccountJson.state(queries.state(user)))));
        return node;
    }

    ObjectNode mids() {
        ObjectNode node = object();
        node.set("mids", MarketJson.mids(queries.mids()));
        return node;
    }

    JsonNode bbo(String coin) {
        return MarketJson.bbo(coin, venue.nowMs(), queries.book(coin, Side.BUY), queries.book(coin, Side.SELL));
    }

    JsonNode book(String coin, Subscription subscription) {
        boolean isFast = subscription.argument("fast").isPresent();
        int figures = subscription.argument("nSigFigs").map(Integer::parseInt).orElse(0);
        int mantissa = subscription.argument("mantissa").map(Integer::parseInt).orElse(1);
        var bids = figures == 0 ? queries.book(coin, Side.BUY) : queries.book(coin, Side.BUY, figures, mantissa);
        var asks = figures == 0 ? queries.book(coin, Side.SELL) : queries.book(coin, Side.SELL, figures, mantissa);
        return MarketJson.book(coin, venue.nowMs(), cut(bids, isFast), cut(asks, isFast));
    }

    private static <T> List<T> cut(List<T> side, boolean isFast) {
        return isFast ? side.subList(0, Math.min(FAST_LEVELS, side.size())) : side;
    }

    Optional<JsonNode> candle(String coin, String interval) {
        CandleInterval length = InfoDesk.interval(interval);
        return queries.candle(coin, length).map(candle -> MarketJson.candle(coin, length, candle));
    }

    /// The candles from that time on, oldest first.
    List<JsonNode> candles(String coin, String interval, long fromMs) {
        CandleInterval length = InfoDesk.interval(interval);
        long nowMs = venue.nowMs();
        boolean isOneOnly = length.openMs(fromMs) == length.openMs(nowMs);
        return isOneOnly
                ? candle(coin, interval).stream().toList()
                : queries.candles(coin, length, fromMs, nowMs).stream()
                        .<JsonNode>map(candle -> MarketJson.candle(coin, length, candle))
                        .toList();
    }

    JsonNode context(String coin) {
        ObjectNode node = object().put("coin", coin);
        node.set("ctx", MarketJson.context(queries.context(coin)));
        return node;
    }

    private static JsonNode snapshot(String user, String name, ArrayNode rows) {
        ObjectNode node = object().put("isSnapshot", true).put("user", user);
        node.set(name, rows);
        return node;
    }

    JsonNode state(String user) {
        ObjectNode node = object().put("dex", "").put("user", user);
        node.set("clearinghouseState", AccountJson.state(queries.state(user)));
        return node;
    }

    JsonNode openOrders(String user) {
        ObjectNode node = object().put("dex", "").put("user", user);
        node.set("orders", array(queries.openOrders(user), AccountJson::frontendOrder));
        return node;
    }

    private JsonNode webData(String user) {
        ObjectNode state = object().putNull("agentAddress")
                .putNull("agentValidUntil")
                .put("cumLedger", "0.0")
                .put("serverTime", venue.nowMs())
                .put("isVault", false)
                .put("user", user);
        ArrayNode capped = array();
        queries.atOpenInterestCap().forEach(capped::add);
        ObjectNode dex = object().put("totalVaultEquity", "0.0");
        dex.set("perpsAtOpenInterestCap", capped);
        ObjectNode node = object();
        node.set("userState", state);
        node.set("perpDexStates", array().add(dex));
        return node;
    }
}
