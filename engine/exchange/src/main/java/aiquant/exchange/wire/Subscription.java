package aiquant.exchange.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One stream that can be asked for. Two are equal that mean the same, however they are spelled.
///
/// An echo fills in defaults, such as `nSigFigs: null` and `fast: false`: they do not count.
public final class Subscription implements Wire {
    private final ObjectNode said;
    private final Map<String, JsonNode> meaning;

    private Subscription(ObjectNode said) {
        this.said = said;
        this.meaning = meaningOf(said);
    }

    public static Subscription allMids() {
        return new Subscription(new Tree().put("type", "allMids").done());
    }

    public static Subscription bbo(String coin) {
        return ofCoin("bbo", coin);
    }

    public static Subscription l2Book(String coin) {
        return ofCoin("l2Book", coin);
    }

    public static Subscription trades(String coin) {
        return ofCoin("trades", coin);
    }

    public static Subscription activeAssetCtx(String coin) {
        return ofCoin("activeAssetCtx", coin);
    }

    public static Subscription candle(String coin, String interval) {
        return new Subscription(new Tree()
                .put("type", "candle")
                .put("coin", coin)
                .put("interval", interval)
                .done());
    }

    /// A stream of one account: `orderUpdates`, `userEvents`, `userFills` and others.
    public static Subscription ofUser(String type, String address) {
        return new Subscription(new Tree()
                .put("type", type)
                .put("user", address.toLowerCase(Locale.ROOT))
                .done());
    }

    public static Subscription activeAssetData(String address, String coin) {
        return new Subscription(new Tree()
                .put("type", "activeAssetData")
                .put("user", address.toLowerCase(Locale.ROOT))
                .put("coin", coin)
                .done());
    }

    /// @throws WireException where the tree is no subscription
    public static Subscription read(JsonNode tree) {
        return read(Value.root(tree));
    }

    static Subscription read(Value value) {
        value.fields().text("type");
        return new Subscription(value.node().deepCopy());
    }

    /// The subscription that a message quotes, if it does.
    static Optional<Subscription> find(String json) {
        try {
            return Optional.of(read(Value.root(Json.parse(json))));
        } catch (WireException _) {
            return Optional.empty();
        }
    }

    public String type() {
        return said.path("type").textValue();
    }

    /// An argument in its plain form, empty where it has none or the default.
    public Optional<String> argument(String name) {
        return Optional.ofNullable(meaning.get(name)).map(JsonNode::asText);
    }

    @Override
    public JsonNode toJson() {
        return said.deepCopy();
    }

    private static Subscription ofCoin(String type, String coin) {
        return new Subscription(new Tree().put("type", type).put("coin", coin).done());
    }

    private static Map<String, JsonNode> meaningOf(ObjectNode said) {
        Map<String, JsonNode> meaning = new TreeMap<>();
        for (Map.Entry<String, JsonNode> one : said.properties()) {
            JsonNode value = one.getValue();
            boolean isDefault = value.isNull()
                    || (value.isBoolean() && !value.booleanValue())
                    || (value.isTextual() && value.textValue().isEmpty());
            if (!isDefault) {
                boolean isAddress = one.getKey().equals("user") && value.isTextual();
                meaning.put(
                        one.getKey(), isAddress ? Tree.node(value.textValue().toLowerCase(Locale.ROOT)) : value);
            }
        }
        return meaning;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Subscription subscription && meaning.equals(subscription.meaning);
    }

    @Override
    public int hashCode() {
        return meaning.hashCode();
    }

    @Override
    public String toString() {
        return Json.write(said);
    }
}
