package aiquant.simulator.server;

import static aiquant.simulator.server.Nodes.array;
import static aiquant.simulator.server.Nodes.object;
import static aiquant.simulator.server.Nodes.text;

import aiquant.simulator.market.Asset;
import aiquant.simulator.market.CandleInterval;
import aiquant.simulator.market.MarginTable;
import aiquant.simulator.order.Side;
import aiquant.simulator.venue.RateLimit;
import aiquant.simulator.venue.VenueModel;
import aiquant.simulator.venue.VenueQueries;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/// Answers questions: markets to everybody, and any account to whoever asks. Belongs to the venue's thread.
///
/// A question is added here, and its weight in [Weights].
final class InfoDesk {
    private static final int RECENT_TRADES = 30;

    private final VenueModel venue;
    private final VenueQueries queries;
    private long hiddenMs;
    private final Wallets wallets;

    InfoDesk(VenueModel venue, Wallets wallets) {
        this.venue = venue;
        this.wallets = wallets;
        queries = venue.queries();
    }

    /// For so long after it was taken, an order is unknown to those who ask for its status.
    void hideNewOrdersFor(long ms) {
        hiddenMs = ms;
    }

    /// @throws BadRequest if the question is unknown or has the wrong shape
    JsonNode answer(JsonNode request) {
        Body body = new Body(request);
        String type = body.text("type");
        boolean isOtherDex = body.textIfAny("dex").filter(dex -> !dex.isEmpty()).isPresent();
        if (isOtherDex) {
            throw new BadRequest("no perp dex " + body.text("dex"));
        }
        return switch (type) {
            case "meta" -> MarketJson.meta(queries.universe());
            case "metaAndAssetCtxs" -> metaAndContexts();
            case "allMids" -> MarketJson.mids(queries.mids());
            case "l2Book" -> book(body);
            case "candleSnapshot" -> candles(body.inside("req"));
            case "recentTrades" -> array(queries.trades(coin(body), RECENT_TRADES), MarketJson::trade);
            case "fundingHistory" -> fundingHistory(body);
            case "predictedFundings" -> predictedFundings();
            case "perpDexs" -> array().addNull();
            case "allPerpMetas" -> array().add(MarketJson.meta(queries.universe()));
            case "perpsAtOpenInterestCap" -> names(queries.atOpenInterestCap());
            case "marginTable" -> marginTable(body);
            case "exchangeStatus" -> object().put("time", venue.nowMs()).putNull("specialStatuses");
            case "maxMarketOrderNtls" -> maxMarketOrders();
            default -> account(type, body);
        };
    }

    private JsonNode account(String type, Body body) {
        String address = body.address("user");
        return switch (type) {
            case "clearinghouseState" -> AccountJson.state(queries.state(address));
            case "spotClearinghouseState" -> AccountJson.spot(queries.spotUsd(address));
            case "userAbstraction" -> array().textNode("default");
            case "openOrders" -> array(queries.openOrders(address), AccountJson::openOrder);
            case "frontendOpenOrders" -> array(queries.openOrders(address), AccountJson::frontendOrder);
            case "orderStatus" -> orderStatus(address, body);
            case "historicalOrders" -> array(queries.historicalOrders(address), AccountJson::row);
            case "userFills" ->
                array(isMerged(body) ? queries.mergedFills(address) : queries.fills(address), AccountJson::fill);
            case "userFillsByTime" -> fillsByTime(address, body);
            case "userFunding" -> array(queries.funding(address, from(body), to(body)), AccountJson::funding);
            case "userNonFundingLedgerUpdates" ->
                array(queries.ledger(address, from(body), to(body)), AccountJson::ledger);
            case "userRateLimit" -> rateLimit(queries.rateLimit(address));
            case "userFees" -> AccountJson.fees(queries.feeRates(address));
            case "activeAssetData" -> AccountJson.active(address, queries.activeAsset(address, coin(body)));
            case "userRole" -> role(address);
            case "extraAgents" -> extraAgents(address);
            case "subAccounts" -> subAccounts(address);
            case "maxBuilderFee" -> array().numberNode(0);
            case "userVaultEquities" -> array();
            case "portfolio" -> PortfolioJson.of(queries, address, venue.nowMs());
            case "userTwapSliceFills" -> array(queries.twapSlices(address), TwapJson::slice);
            case "twapHistory" -> array(queries.twapHistory(address), row -> TwapJson.history(address, row));
            default -> throw new BadRequest("unknown type " + type);
        };
    }

    private static boolean isMerged(Body body) {
        return body.flagIfAny("aggregateByTime");
    }

    private JsonNode fillsByTime(String address, Body body) {
        return array(
                isMerged(body)
                        ? queries.mergedFillsByTime(address, from(body), to(body))
                        : queries.fillsByTime(address, from(body), to(body)),
                AccountJson::fill);
    }

    private JsonNode predictedFundings() {
        List<Asset> live =
                queries.universe().stream().filter(asset -> !asset.isDelisted()).toList();
        return array(live, asset -> MarketJson.predicted(queries.context(asset.coin()), venue.nowMs()));
    }

    private ArrayNode metaAndContexts() {
        List<Asset> universe = queries.universe();
        return array().add(MarketJson.meta(universe))
                .add(array(universe, asset -> MarketJson.context(queries.context(asset.coin()))));
    }

    private JsonNode book(Body body) {
        String coin = coin(body);
        long figures = body.numberIfAny("nSigFigs").orElse(0);
        long mantissa = body.numberIfAny("mantissa").orElse(1);
        if (figures == 0) {
            return MarketJson.book(coin, venue.nowMs(), queries.book(coin, Side.BUY), queries.book(coin, Side.SELL));
        }
        boolean isFine = mantissa == 1 || (figures == 5 && (mantissa == 2 || mantissa == 5));
        if (figures < 2 || figures > 5 || !isFine) {
            throw new BadRequest("nSigFigs " + figures + ", mantissa " + mantissa);
        }
        return MarketJson.book(
                coin,
                venue.nowMs(),
                queries.book(coin, Side.BUY, (int) figures, (int) mantissa),
                queries.book(coin, Side.SELL, (int) figures, (int) mantissa));
    }

    private JsonNode candles(Body request) {
        String coin = coin(request);
        CandleInterval interval = interval(request.text("interval"));
        return array(
                queries.candles(coin, interval, from(request), to(request)),
                candle -> MarketJson.candle(coin, interval, candle));
    }

    static CandleInterval interval(String text) {
        try {
            return CandleInterval.of(text);
        } catch (IllegalArgumentException e) {
            throw new BadRequest(e.getMessage());
        }
    }

    private JsonNode fundingHistory(Body body) {
        String coin = coin(body);
        return array(queries.fundingHistory(coin, from(body), to(body)), row -> MarketJson.funding(coin, row));
    }

    private JsonNode marginTable(Body body) {
        long id = body.number("id");
        MarginTable table = queries.universe().stream()
                .map(Asset::marginTable)
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseGet(() -> MarginTable.single(Math.clamp(id, 1, 50)));
        return MarketJson.table(table);
    }

    private static JsonNode maxMarketOrders() {
        return array().add(array().add(25).add("30000000.0"))
                .add(array().add(20).add("5000000.0"))
                .add(array().add(10).add("2000000.0"))
                .add(array().add(1).add("500000.0"));
    }

    private ObjectNode orderStatus(String address, Body body) {
        JsonNode oid = body.node().path("oid");
        var row = oid.isTextual()
                ? queries.orderStatus(address, oid.textValue())
                : queries.orderStatus(address, body.number("oid"));
        boolean isHidden = row.filter(one -> one.order().timestampMs() + hiddenMs > venue.nowMs())
                .isPresent();
        if (row.isEmpty() || isHidden) {
            return object().put("status", "unknownOid");
        }
        ObjectNode node = object().put("status", "order");
        node.set("order", AccountJson.row(row.get()));
        return node;
    }

    private static ObjectNode rateLimit(RateLimit limit) {
        return object().put("cumVlm", text(limit.cumulativeVolumeUsd()))
                .put("nRequestsUsed", limit.used())
                .put("nRequestsCap", limit.cap());
    }

    private ObjectNode role(String address) {
        Optional<Wallets.Agent> agent = wallets.agent(address, venue.nowMs());
        if (agent.isPresent()) {
            return role("agent", object().put("user", agent.get().account()));
        }
        Optional<String> master = wallets.masterOf(address);
        if (master.isPresent()) {
            return role("subAccount", object().put("master", master.get()));
        }
        return object().put("role", queries.exists(address) ? "user" : "missing");
    }

    private static ObjectNode role(String word, ObjectNode data) {
        ObjectNode node = object().put("role", word);
        node.set("data", data);
        return node;
    }

    private JsonNode extraAgents(String address) {
        List<Wallets.Agent> named = wallets.agentsOf(address, venue.nowMs()).stream()
                .filter(agent -> !agent.name().isEmpty())
                .toList();
        return array(
                named,
                agent -> object().put("name", agent.name())
                        .put("address", agent.address())
                        .put("validUntil", agent.untilMs()));
    }

    private JsonNode subAccounts(String address) {
        return array(wallets.vaultsOf(address), vault -> {
            ObjectNode node =
                    object().put("name", vault).put("subAccountUser", vault).put("master", address);
            node.set("clearinghouseState", AccountJson.state(queries.state(vault)));
            node.set("spotState", AccountJson.spot(queries.spotUsd(vault)));
            return node;
        });
    }

    private String coin(Body body) {
        String coin = body.text("coin");
        if (!queries.isListed(coin)) {
            throw new BadRequest("no coin " + coin);
        }
        return coin;
    }

    private static JsonNode names(List<String> names) {
        ArrayNode array = array();
        names.forEach(array::add);
        return array;
    }

    private static long from(Body body) {
        return body.number("startTime");
    }

    private static long to(Body body) {
        return body.numberIfAny("endTime").orElse(Long.MAX_VALUE);
    }
}
