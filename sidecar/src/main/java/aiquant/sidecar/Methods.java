package aiquant.sidecar;

import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import aiquant.sidecar.store.LoggedEvent;
import aiquant.sidecar.store.MarketDataStore;
import aiquant.sidecar.wire.CandleMessage;
import aiquant.sidecar.wire.CandlesMessage;
import aiquant.sidecar.wire.JsonLines;
import aiquant.sidecar.wire.MidsMessage;
import aiquant.sidecar.wire.Params;
import aiquant.sidecar.wire.Request;
import aiquant.sidecar.wire.UserEventsMessage;
import aiquant.sidecar.wire.WireFormatException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.channels.SocketChannel;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// What a client may ask the sidecar. Called from many threads at once; a call may wait as long as its request says.
final class Methods {

    /// Has many answers, see [#watch].
    static final String WATCH = "watch_mids";

    private static final int MAX_EVENTS = 5_000;
    private static final int MAX_CANDLES = 5_000;
    private static final int DEFAULT_WAIT_MS = 25_000;

    private final Wishes wishes;
    private final Quotes quotes;
    private final CandleLog log;
    private final MarketLoop market;
    private final MarketDataStore store;
    private final Health health;
    private final MidsAnswer midsAnswer;
    private final InstantSource clock;

    Methods(
            Wishes wishes,
            Quotes quotes,
            CandleLog log,
            MarketLoop market,
            MarketDataStore store,
            Health health,
            MidsAnswer midsAnswer,
            InstantSource clock) {
        this.wishes = wishes;
        this.quotes = quotes;
        this.log = log;
        this.market = market;
        this.store = store;
        this.health = health;
        this.midsAnswer = midsAnswer;
        this.clock = clock;
    }

    /// @throws WireFormatException if the request cannot be meant; the message is for the client
    JsonNode call(String method, Params params) throws InterruptedException {
        return switch (method) {
            case "ensure_started" -> ensureStarted(params);
            case "restart" -> restart();
            case "health" -> health.health(params.symbols(), params.interval());
            case "ws_stats" -> health.stats();
            case "candles_ready" -> candlesReady(params);
            case "candles_health" -> health.candles(series(params));
            case "get_mid" -> mid(params);
            case "get_mids" -> mids(params);
            case "wait_mids" -> waitMids(params);
            case "get_bbo" -> bbo(params);
            case "get_latest_candle_times" -> latestTimes(params);
            case "get_last_closed_candle_times" -> lastClosedTimes(params);
            case "wait_candles" -> waitCandles(params);
            case "read_user_events" -> readUserEvents(params);
            case "ack_user_events" -> acknowledge(params);
            default -> throw new WireFormatException("unknown method: " + method);
        };
    }

    private JsonNode ensureStarted(Params params) {
        Optional<Interval> interval = params.interval();
        Optional<String> user = params.text("user")
                .filter(text -> !text.isBlank())
                .map(text -> text.strip().toLowerCase(Locale.ROOT));
        if (user.isPresent() && !user.get().matches("0x[0-9a-f]{40}")) {
            throw new WireFormatException("user must be an address: 0x and 40 hexadecimal digits");
        }
        wishes.ensure(
                params.requiredText("client_id"),
                new DesiredSet.Wish(
                        Set.copyOf(params.symbols()),
                        interval.map(Set::of).orElse(Set.of()),
                        params.bounded("candle_limit", 200, 1, 100_000),
                        user));
        return ok();
    }

    private JsonNode restart() {
        wishes.reconnect();
        return ok();
    }

    private static JsonNode ok() {
        return JsonLines.object().put("ok", true);
    }

    private static List<SeriesKey> series(Params params) {
        Interval interval = params.requiredInterval();
        return params.symbols().stream()
                .map(symbol -> new SeriesKey(symbol, interval))
                .toList();
    }

    private JsonNode candlesReady(Params params) {
        ArrayNode notReady = JsonNodeFactory.instance.arrayNode();
        for (SeriesKey key : series(params)) {
            if (!market.health(key).map(SeriesHealth::isReady).orElse(false)) {
                notReady.add(key.symbol().name());
            }
        }
        ObjectNode json = JsonLines.object();
        json.put("ready", notReady.isEmpty());
        json.set("not_ready", notReady);
        return json;
    }

    private JsonNode mid(Params params) {
        Symbol symbol = params.requiredSymbol();
        MidsMessage message = look(List.of(symbol), params.secondsAsMs("max_age_s"));
        MidsMessage.Mid mid = message.mids().get(symbol);
        return mid == null ? JsonNodeFactory.instance.nullNode() : JsonNodeFactory.instance.numberNode(mid.price());
    }

    private JsonNode mids(Params params) {
        return look(params.symbols(), params.secondsAsMs("max_age_s")).toJson();
    }

    private MidsMessage look(List<Symbol> symbols, Optional<Long> maxAgeMs) {
        return midsAnswer.of(
                quotes.view(symbols), maxAgeMs, clock.millis(), new MidsAnswer.Ending(false, false, false));
    }

    private JsonNode waitMids(Params params) throws InterruptedException {
        List<Symbol> symbols = params.symbols();
        Quotes.View before = quotes.view(symbols);
        long afterMids = params.integer("after_seq", before.midsSeq());
        long afterBbo = params.integer("after_bbo_seq", before.bboSeq());
        boolean isReset = afterMids > before.midsSeq() || afterBbo > before.bboSeq();
        Optional<Quotes.View> news = isReset
                ? Optional.of(before)
                : quotes.await(
                        symbols, afterMids, afterBbo, params.bounded("timeout_ms", DEFAULT_WAIT_MS, 50, 120_000));
        MidsAnswer.Ending ending = new MidsAnswer.Ending(news.isPresent(), news.isEmpty(), isReset);
        Quotes.View view = news.orElseGet(() -> quotes.view(symbols));
        return midsAnswer
                .of(view, params.secondsAsMs("max_age_s"), clock.millis(), ending)
                .toJson();
    }

    /// Prices at once and whenever they change, for as long as the client stays.
    ///
    /// @throws WireFormatException if the request cannot be meant; the message is for the client
    QuotePush watch(SocketChannel client, Request request) {
        return new QuotePush(client, request.id(), request.params().symbols(), quotes, midsAnswer, clock);
    }

    private JsonNode bbo(Params params) {
        Symbol symbol = params.requiredSymbol();
        MidsMessage.Best best =
                look(List.of(symbol), params.secondsAsMs("max_age_s")).bests().get(symbol);
        return best == null
                ? JsonNodeFactory.instance.nullNode()
                : JsonNodeFactory.instance.arrayNode().add(best.bid()).add(best.ask());
    }

    private JsonNode latestTimes(Params params) {
        ObjectNode json = JsonLines.object();
        for (SeriesKey key : series(params)) {
            OptionalLong stored = market.health(key).map(SeriesHealth::maxMs).orElse(OptionalLong.empty());
            OptionalLong heard = market.newest(key)
                    .map(bar -> OptionalLong.of(bar.openTimeMs()))
                    .orElse(OptionalLong.empty());
            if (stored.isPresent() || heard.isPresent()) {
                put(json, key, Math.max(stored.orElse(Long.MIN_VALUE), heard.orElse(Long.MIN_VALUE)));
            }
        }
        return json;
    }

    private JsonNode lastClosedTimes(Params params) {
        long overMs = clock.millis() - params.bounded("grace_ms", 2_000, 0, 600_000);
        ObjectNode json = JsonLines.object();
        for (SeriesKey key : series(params)) {
            long lengthMs = key.interval().lengthMs();
            market.health(key)
                    .map(SeriesHealth::maxMs)
                    .orElse(OptionalLong.empty())
                    .ifPresent(maxMs -> {
                        long openMs = maxMs + lengthMs - 1 <= overMs ? maxMs : maxMs - lengthMs;
                        put(json, key, openMs);
                    });
        }
        return json;
    }

    private static void put(ObjectNode json, SeriesKey key, long openMs) {
        json.putArray(key.symbol().name())
                .add(openMs)
                .add(openMs + key.interval().lengthMs() - 1);
    }

    private JsonNode waitCandles(Params params) throws InterruptedException {
        CandleLog.Slice slice = log.await(
                new HashSet<>(params.symbols()),
                params.requiredInterval(),
                params.integer("after_seq", 0),
                MAX_CANDLES,
                params.bounded("timeout_ms", DEFAULT_WAIT_MS, 0, 120_000));
        List<CandleMessage> candles = new ArrayList<>();
        for (CandleLog.Entry entry : slice.entries()) {
            candles.add(new CandleMessage(
                    entry.seq(),
                    entry.row().candle(),
                    entry.row().trades(),
                    entry.row().isClosed(),
                    entry.row().origin().text()));
        }
        return new CandlesMessage(candles, slice.nextSeq(), slice.isIncomplete(), slice.isTimedOut()).toJson();
    }

    private JsonNode readUserEvents(Params params) {
        String client = params.requiredText("client_id");
        long cursor = store.cursor(client).orElse(0);
        long after = params.integer("after_seq", cursor);
        boolean isReset = after > store.lastSeq();
        long from = isReset ? cursor : after;
        Optional<String> user = params.text("user").map(text -> text.strip().toLowerCase(Locale.ROOT));
        List<UserEventsMessage.UserEvent> events = new ArrayList<>();
        for (LoggedEvent event : store.read(user, from, params.bounded("max_items", 500, 1, MAX_EVENTS))) {
            events.add(new UserEventsMessage.UserEvent(
                    event.seq(), event.user(), event.kind(), event.receivedMs(), JsonLines.tree(event.data())));
        }
        long next = events.isEmpty() ? from : events.getLast().seq();
        return new UserEventsMessage(events, next, isReset).toJson();
    }

    private JsonNode acknowledge(Params params) {
        try {
            store.acknowledge(params.requiredText("client_id"), params.requiredInteger("seq"), clock.millis());
            return ok();
        } catch (IllegalArgumentException e) {
            throw new WireFormatException(String.valueOf(e.getMessage()));
        }
    }
}
