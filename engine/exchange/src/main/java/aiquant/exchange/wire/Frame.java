package aiquant.exchange.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// One message of the exchange's socket.
///
/// @param channel its name; empty for a greeting
public record Frame(String channel, Payload data, Extra extra) implements Wire {
    private static final Map<String, Function<Value, Payload>> READERS = Map.ofEntries(
            Map.entry("allMids", AllMids::read),
            Map.entry("bbo", Bbo::read),
            Map.entry("l2Book", L2Book::read),
            Map.entry("trades", Trades::read),
            Map.entry("candle", Bar::read),
            Map.entry("activeAssetCtx", MarketPayload.ActiveAssetCtx::read),
            Map.entry("activeSpotAssetCtx", MarketPayload.ActiveAssetCtx::readSpot),
            Map.entry("assetCtxs", MarketPayload.AssetCtxs::read),
            Map.entry("allDexsAssetCtxs", MarketPayload.AllDexsAssetCtxs::read),
            Map.entry("fastAssetCtxs", MarketPayload.FastAssetCtxs::read),
            Map.entry("orderUpdates", UserPayload.OrderUpdates::read),
            Map.entry("user", UserEvent::read),
            Map.entry("userFills", UserPayload.UserFills::read),
            Map.entry("userFundings", UserPayload.UserFundings::read),
            Map.entry("userNonFundingLedgerUpdates", UserPayload.LedgerUpdates::read),
            Map.entry("clearinghouseState", UserPayload.StateUpdate::read),
            Map.entry("openOrders", UserPayload.OpenOrders::read),
            Map.entry("spotState", StatePayload.SpotUpdate::read),
            Map.entry("twapStates", StatePayload.TwapStates::read),
            Map.entry("allDexsClearinghouseState", StatePayload.AllDexsState::read),
            Map.entry("activeAssetData", ActiveAssetData::read),
            Map.entry("webData3", UserPayload.WebData3::read),
            Map.entry("notification", UserPayload.Notification::read),
            Map.entry("subscriptionResponse", ControlPayload.Subscribed::read),
            Map.entry("error", ControlPayload.ErrorText::read),
            Map.entry("post", PostReply::read));

    public Frame(String channel, Payload data) {
        this(channel, data, Extra.NONE);
    }

    /// Reads a message as it came. Quotes take a short way that gives the same values.
    /// @throws WireException where it is no frame, or its channel's data is not what it must be
    public static Frame read(String text) {
        Optional<Frame> quote = QuoteReader.read(text);
        return quote.isPresent() ? quote.get() : readCarefully(text);
    }

    /// The way every message can take; it alone explains what is wrong.
    static Frame readCarefully(String text) {
        if (!text.isEmpty() && Character.isUpperCase(text.charAt(0))) {
            return new Frame("", new ControlPayload.Greeting(text));
        }
        return read(Json.parse(text));
    }

    /// @throws WireException where it is no frame, or its channel's data is not what it must be
    public static Frame read(JsonNode tree) {
        Fields fields = Value.root(tree).fields();
        String channel = fields.text("channel");
        if (channel.equals("pong")) {
            return new Frame(channel, new ControlPayload.Pong(), fields.extra());
        }
        Value data = fields.required("data");
        Function<Value, Payload> reader = READERS.get(channel);
        Payload payload = reader == null ? new ControlPayload.Untyped(data.node()) : reader.apply(data);
        return new Frame(channel, payload, fields.extra());
    }

    @Override
    public JsonNode toJson() {
        if (data instanceof ControlPayload.Greeting) {
            return data.toJson();
        }
        Tree tree = new Tree().put("channel", channel);
        return (data instanceof ControlPayload.Pong ? tree : tree.put("data", data)).with(extra);
    }
}
