package aiquant.simulator.server;

import static aiquant.simulator.server.Nodes.array;
import static aiquant.simulator.server.Nodes.object;
import static aiquant.simulator.server.Nodes.text;

import aiquant.exchange.wire.FastCtx;
import aiquant.exchange.wire.MarketPayload;
import aiquant.exchange.wire.Subscription;
import aiquant.simulator.account.Fill;
import aiquant.simulator.account.MergedFills;
import aiquant.simulator.venue.VenueEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Turns what happened into frames: at once where the exchange does so, at its cadence where it sends whole states.
///
/// Belongs to the venue's thread; cadences are wall time.
final class Publisher {
    private static final long MIDS_MS = 1000;
    private static final long BOOK_MS = 500;
    private static final long CONTEXT_MS = 1000;
    private static final long STATE_MS = 4000;
    private static final List<String> STATES = List.of(
            "clearinghouseState",
            "openOrders",
            "activeAssetData",
            "spotState",
            "twapStates",
            "allDexsClearinghouseState",
            "webData3");

    private final StreamDesk streams;
    private final Snapshots snapshots;
    private final Map<String, JsonNode> lastBbo = new HashMap<>();
    private final Set<String> changedBooks = new LinkedHashSet<>();
    private final Set<String> changedContexts = new LinkedHashSet<>();
    private JsonNode lastMids = object();
    private long nextMidsMs;
    private long nextBooksMs;
    private long nextContextsMs;
    private long nextStatesMs;

    Publisher(StreamDesk streams, Snapshots snapshots) {
        this.streams = streams;
        this.snapshots = snapshots;
    }

    /// To be called with everything the model drained, in order.
    void publish(List<VenueEvent> events, long nowMs) {
        Map<String, ArrayNode> trades = new LinkedHashMap<>();
        Map<String, Long> tradedFromMs = new LinkedHashMap<>();
        Set<String> quoted = new LinkedHashSet<>();
        Map<String, List<Fill>> fills = new LinkedHashMap<>();
        for (VenueEvent event : events) {
            switch (event) {
                case VenueEvent.Traded traded -> {
                    String coin = traded.trade().coin();
                    trades.computeIfAbsent(coin, _ -> array()).add(MarketJson.trade(traded.trade()));
                    tradedFromMs.putIfAbsent(coin, traded.trade().timeMs());
                }
                case VenueEvent.BookChanged changed -> quoted.add(changed.coin());
                case VenueEvent.MarkChanged changed -> changedContexts.add(changed.coin());
                case VenueEvent.OrderChanged changed -> orderChanged(changed, nowMs);
                case VenueEvent.Filled filled -> {
                    filled(filled, nowMs);
                    fills.computeIfAbsent(filled.address(), _ -> new ArrayList<>())
                            .add(filled.fill());
                }
                case VenueEvent.SliceFilled filled ->
                    toUser(
                            "userEvents",
                            filled.address(),
                            event("twapSliceFills", TwapJson.slice(filled.fill())),
                            nowMs);
                case VenueEvent.TwapChanged changed ->
                    toUser(
                            "userEvents",
                            changed.address(),
                            event("twapHistory", TwapJson.history(changed.address(), changed.twap())),
                            nowMs);
                case VenueEvent.FundingPaid paid -> fundingPaid(paid, nowMs);
                case VenueEvent.Liquidated liquidated -> liquidated(liquidated, nowMs);
                case VenueEvent.LedgerChanged changed ->
                    toUser(
                            "userNonFundingLedgerUpdates",
                            changed.address(),
                            rows(
                                    changed.address(),
                                    "nonFundingLedgerUpdates",
                                    array().add(AccountJson.ledger(changed.update()))),
                            nowMs);
                case VenueEvent.CollateralTaken _, VenueEvent.FundingRateSet _, VenueEvent.UniverseChanged _ -> {}
            }
        }
        trades.forEach((coin, rows) -> streams.publish(Topic.ofCoin("trades", coin), rows, nowMs));
        fills.forEach((user, ofUser) -> streams.publish(
                Topic.ofMergedFills(user),
                rows(user, "fills", array(MergedFills.of(ofUser, true), AccountJson::fill)),
                nowMs));
        candles(tradedFromMs, nowMs);
        quoted.forEach(coin -> quoted(coin, nowMs));
        changedBooks.addAll(quoted);
    }

    private void orderChanged(VenueEvent.OrderChanged changed, long nowMs) {
        toUser(
                "orderUpdates",
                changed.address(),
                array().add(AccountJson.update(changed.order(), changed.status(), changed.timeMs())),
                nowMs);
        if (changed.status().isCanceledByExchange()) {
            ObjectNode node = object();
            node.set(
                    "nonUserCancel",
                    array().add(object().put("coin", changed.order().coin())
                            .put("oid", changed.order().orderId())));
            toUser("userEvents", changed.address(), node, nowMs);
        }
    }

    private void filled(VenueEvent.Filled filled, long nowMs) {
        ArrayNode fills = array().add(AccountJson.fill(filled.fill()));
        ObjectNode event = object();
        event.set("fills", fills);
        toUser("userEvents", filled.address(), event, nowMs);
        toUser("userFills", filled.address(), rows(filled.address(), "fills", fills), nowMs);
    }

    private void fundingPaid(VenueEvent.FundingPaid paid, long nowMs) {
        ObjectNode event = object();
        event.set("funding", AccountJson.fundingEvent(paid.payment()));
        toUser("userEvents", paid.address(), event, nowMs);
        ArrayNode rows = array().add(AccountJson.fundingEvent(paid.payment())
                .put("nSamples", paid.payment().samples()));
        toUser("userFundings", paid.address(), rows(paid.address(), "fundings", rows), nowMs);
    }

    private void liquidated(VenueEvent.Liquidated liquidated, long nowMs) {
        ObjectNode event = object();
        event.set(
                "liquidation",
                object().put("lid", liquidated.liquidationId())
                        .put("liquidator", liquidated.liquidator())
                        .put("liquidated_user", liquidated.address())
                        .put("liquidated_ntl_pos", text(liquidated.notionalUsd()))
                        .put("liquidated_account_value", text(liquidated.accountValue())));
        toUser("userEvents", liquidated.address(), event, nowMs);
    }

    private static ObjectNode event(String name, JsonNode row) {
        ObjectNode event = object();
        event.set(name, array().add(row));
        return event;
    }

    private static ObjectNode rows(String user, String name, ArrayNode rows) {
        ObjectNode node = object().put("user", user);
        node.set(name, rows);
        return node;
    }

    private void toUser(String type, String user, JsonNode data, long nowMs) {
        streams.publish(Topic.ofUser(type, user), data, nowMs);
    }

    /// Every candle that was traded in, the one that ended meanwhile before the one that goes on.
    private void candles(Map<String, Long> tradedFromMs, long nowMs) {
        if (tradedFromMs.isEmpty()) {
            return;
        }
        for (Subscription subscription : streams.subscriptions("candle")) {
            String coin = subscription.argument("coin").orElse("");
            String interval = subscription.argument("interval").orElse("");
            Long fromMs = tradedFromMs.get(coin);
            if (fromMs != null) {
                snapshots
                        .candles(coin, interval, fromMs)
                        .forEach(candle -> streams.publish(Topic.ofCandle(coin, interval), candle, nowMs));
            }
        }
    }

    private void quoted(String coin, long nowMs) {
        Topic topic = Topic.ofCoin("bbo", coin);
        if (!streams.hasListeners(topic)) {
            return;
        }
        JsonNode bbo = snapshots.bbo(coin);
        if (!bbo.path("bbo").equals(lastBbo.put(coin, bbo.path("bbo")))) {
            streams.publish(topic, bbo, nowMs);
        }
    }

    private void allContexts(long nowMs) {
        if (!changedContexts.isEmpty()) {
            for (String type : List.of("assetCtxs", "allDexsAssetCtxs")) {
                Topic topic = Topic.ofAll(type);
                if (streams.hasListeners(topic)) {
                    streams.publish(
                            topic, type.equals("assetCtxs") ? snapshots.contexts() : snapshots.contextsByDex(), nowMs);
                }
            }
        }
        Topic fast = Topic.ofAll("fastAssetCtxs");
        if (streams.hasListeners(fast)) {
            Map<String, FastCtx> changed = snapshots.fastChanges();
            if (!changed.isEmpty()) {
                streams.publish(fast, MarketPayload.FastAssetCtxs.of(changed).toJson(), nowMs);
            }
        }
    }

    /// What is sent at a cadence.
    void tick(long nowMs) {
        if (nowMs >= nextMidsMs) {
            nextMidsMs = nowMs + MIDS_MS;
            JsonNode mids = snapshots.mids();
            if (!mids.equals(lastMids)) {
                lastMids = mids;
                streams.publish(Topic.ofAll("allMids"), mids, nowMs);
            }
        }
        if (nowMs >= nextBooksMs) {
            nextBooksMs = nowMs + BOOK_MS;
            for (Subscription book : streams.subscriptions("l2Book")) {
                book.argument("coin")
                        .filter(changedBooks::contains)
                        .ifPresent(coin -> streams.publish(Topic.of(book), snapshots.book(coin, book), nowMs));
            }
            changedBooks.clear();
        }
        if (nowMs >= nextContextsMs) {
            nextContextsMs = nowMs + CONTEXT_MS;
            changedContexts.stream()
                    .filter(coin -> streams.hasListeners(Topic.ofCoin("activeAssetCtx", coin)))
                    .forEach(coin ->
                            streams.publish(Topic.ofCoin("activeAssetCtx", coin), snapshots.context(coin), nowMs));
            allContexts(nowMs);
            changedContexts.clear();
        }
        if (nowMs >= nextStatesMs) {
            nextStatesMs = nowMs + STATE_MS;
            for (String type : STATES) {
                for (Subscription state : streams.subscriptions(type)) {
                    snapshots.of(state).ifPresent(data -> streams.publish(Topic.of(state), data, nowMs));
                }
            }
        }
    }
}
