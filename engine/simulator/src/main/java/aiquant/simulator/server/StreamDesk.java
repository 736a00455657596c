package aiquant.simulator.server;

import static aiquant.simulator.server.Nodes.object;

import aiquant.exchange.wire.Request;
import aiquant.exchange.wire.Subscription;
import aiquant.exchange.wire.WireException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The socket: who listens to what, first data, posts, and goodbye to those to whom nothing was said for a minute.
///
/// Belongs to the venue's thread. Times are wall times.
final class StreamDesk {
    private static final long SILENCE_MS = 60_000;
    private static final int MOST_SUBSCRIPTIONS = 1000;
    private static final int MOST_USERS = 10;
    private static final int MESSAGES_A_MINUTE = 2000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Set<String> OF_COIN =
            Set.of("bbo", "l2Book", "trades", "candle", "activeAssetCtx", "activeAssetData");
    private static final Set<String> OF_USER = Set.of(
            "orderUpdates",
            "userEvents",
            "userFills",
            "userFundings",
            "userNonFundingLedgerUpdates",
            "clearinghouseState",
            "openOrders",
            "activeAssetData",
            "spotState",
            "twapStates",
            "allDexsClearinghouseState",
            "webData3",
            "notification");
    private static final Set<String> OF_ALL = Set.of("allMids", "assetCtxs", "allDexsAssetCtxs", "fastAssetCtxs");

    private final Set<Session> sessions = new LinkedHashSet<>();
    private final Weights messages = new Weights(MESSAGES_A_MINUTE);
    private final Snapshots snapshots;
    private final FrontDesk desk;
    private final FrameFaults faults;

    StreamDesk(Snapshots snapshots, FrontDesk desk, FrameFaults faults) {
        this.snapshots = snapshots;
        this.desk = desk;
        this.faults = faults;
    }

    Session open(Session.Peer peer, long nowMs) {
        Session session = new Session(peer, nowMs);
        sessions.add(session);
        return session;
    }

    void closed(Session session) {
        sessions.remove(session);
    }

    List<Session> sessions() {
        return List.copyOf(sessions);
    }

    void message(Session session, String text, long nowMs) {
        if (!messages.spend(1, nowMs)) {
            error(session, "Too many messages: at most " + MESSAGES_A_MINUTE + " a minute", nowMs);
            return;
        }
        Request request;
        JsonNode tree;
        try {
            tree = JSON.readTree(text);
            request = Request.read(tree);
        } catch (JsonProcessingException | WireException _) {
            error(session, "Error parsing JSON into valid websocket request: " + text, nowMs);
            return;
        }
        switch (request) {
            case Request.Ping _ -> send(session, object().put("channel", "pong"), nowMs);
            case Request.Subscribe subscribe -> subscribe(session, subscribe.subscription(), text, nowMs);
            case Request.Unsubscribe unsubscribe -> unsubscribe(session, unsubscribe.subscription(), nowMs);
            case Request.Post post -> post(session, post, text, nowMs);
        }
    }

    private void subscribe(Session session, Subscription subscription, String text, long nowMs) {
        if (!isKnown(subscription)) {
            error(session, "Error parsing JSON into valid websocket request: " + text, nowMs);
            return;
        }
        Topic topic = Topic.of(subscription);
        if (session.subscriptions.containsKey(topic)) {
            error(session, "Already subscribed: " + subscription.toJson(), nowMs);
            return;
        }
        if (allSubscriptions().size() >= MOST_SUBSCRIPTIONS || hasTooManyUsers(subscription)) {
            error(session, "Too many subscriptions: " + subscription.toJson(), nowMs);
            return;
        }
        session.subscriptions.put(topic, subscription);
        acknowledge(session, "subscribe", subscription, nowMs);
        snapshots.of(subscription).ifPresent(data -> send(session, subscription.type(), data, nowMs));
    }

    private static boolean isKnown(Subscription subscription) {
        String type = subscription.type();
        if (subscription.argument("dex").isPresent()) {
            return false;
        }
        if (OF_COIN.contains(type) && subscription.argument("coin").isEmpty()) {
            return false;
        }
        if (OF_USER.contains(type) && subscription.argument("user").isEmpty()) {
            return false;
        }
        if (type.equals("l2Book") && !isAggregation(subscription)) {
            return false;
        }
        if (type.equals("candle")) {
            try {
                InfoDesk.interval(subscription.argument("interval").orElse(""));
            } catch (BadRequest _) {
                return false;
            }
        }
        return OF_ALL.contains(type) || OF_COIN.contains(type) || OF_USER.contains(type);
    }

    /// Two to five significant figures; in steps of one, two or five of them where there are five.
    private static boolean isAggregation(Subscription subscription) {
        String figures = subscription.argument("nSigFigs").orElse("");
        String mantissa = subscription.argument("mantissa").orElse("");
        return mantissa.isEmpty()
                ? figures.isEmpty() || figures.matches("[2-5]")
                : figures.equals("5") && mantissa.matches("[125]");
    }

    /// Limits hold for a network address, so for all connections together.
    private List<Subscription> allSubscriptions() {
        return sessions.stream()
                .flatMap(session -> session.subscriptions.values().stream())
                .toList();
    }

    private boolean hasTooManyUsers(Subscription subscription) {
        Set<String> users = new LinkedHashSet<>();
        allSubscriptions().forEach(one -> one.argument("user").ifPresent(users::add));
        subscription.argument("user").ifPresent(users::add);
        return users.size() > MOST_USERS;
    }

    private void unsubscribe(Session session, Subscription subscription, long nowMs) {
        if (session.subscriptions.remove(Topic.of(subscription)) == null) {
            error(session, "Already unsubscribed: " + subscription.toJson(), nowMs);
            return;
        }
        acknowledge(session, "unsubscribe", subscription, nowMs);
    }

    private void acknowledge(Session session, String method, Subscription subscription, long nowMs) {
        JsonNode echo = subscription.toJson();
        if (subscription.type().equals("l2Book") && echo instanceof ObjectNode node) {
            for (String name : List.of("nSigFigs", "mantissa")) {
                if (!node.has(name)) {
                    node.putNull(name);
                }
            }
            if (!node.has("fast")) {
                node.put("fast", false);
            }
        }
        ObjectNode data = object().put("method", method);
        data.set("subscription", echo);
        send(session, "subscriptionResponse", data, nowMs);
    }

    private void post(Session session, Request.Post post, String text, long nowMs) {
        ObjectNode response = object();
        try {
            switch (post.type()) {
                case "info" -> {
                    ObjectNode payload =
                            object().put("type", post.payload().path("type").asText());
                    payload.set("data", desk.info(post.payload(), nowMs));
                    response.put("type", "info").set("payload", payload);
                }
                case "action" -> response.put("type", "action").set("payload", desk.exchange(post.payload(), nowMs));
                default -> throw new BadRequest("post of type " + post.type());
            }
        } catch (BadRequest _) {
            error(session, "Error parsing JSON into valid websocket request: " + text, nowMs);
            return;
        } catch (TooManyRequests _) {
            response.put("type", "error").put("payload", "429 Too Many Requests");
        }
        ObjectNode data = object();
        data.set("id", array(post));
        data.set("response", response);
        send(session, "post", data, nowMs);
    }

    private static JsonNode array(Request.Post post) {
        return post.toJson().path("id");
    }

    private void error(Session session, String text, long nowMs) {
        send(session, object().put("channel", "error").put("data", text), nowMs);
    }

    /// To everybody who listens.
    void publish(Topic topic, JsonNode data, long nowMs) {
        for (Session session : sessions) {
            if (session.subscriptions.containsKey(topic)) {
                send(session, topic.type(), data, nowMs);
            }
        }
    }

    boolean hasListeners(Topic topic) {
        return sessions.stream().anyMatch(session -> session.subscriptions.containsKey(topic));
    }

    /// All subscriptions of a type, each once.
    List<Subscription> subscriptions(String type) {
        Set<Topic> seen = new LinkedHashSet<>();
        List<Subscription> found = new ArrayList<>();
        for (Session session : sessions) {
            session.subscriptions.forEach((topic, subscription) -> {
                if (topic.type().equals(type) && seen.add(topic)) {
                    found.add(subscription);
                }
            });
        }
        return found;
    }

    private void send(Session session, String type, JsonNode data, long nowMs) {
        ObjectNode frame = object().put("channel", type.equals("userEvents") ? "user" : type);
        frame.set("data", data);
        send(session, frame, nowMs);
    }

    private void send(Session session, ObjectNode frame, long nowMs) {
        if (faults.pass(session, frame.path("channel").textValue(), frame.toString(), nowMs)) {
            session.lastSentMs = nowMs;
        }
    }

    /// Closes connections on which nothing was said for a minute.
    void closeSilent(long nowMs) {
        for (Session session : List.copyOf(sessions)) {
            if (nowMs - session.lastSentMs >= SILENCE_MS) {
                sessions.remove(session);
                session.peer.close(1000, "Inactive");
            }
        }
    }
}
