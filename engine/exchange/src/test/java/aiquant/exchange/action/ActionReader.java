package aiquant.exchange.action;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;

/// Reads a trading action from recorded JSON, so that vectors can be held against the typed actions.
///
/// What it returns describes itself canonically: the digest of `read(json).toJson()` is what a correct sender signed,
/// so a field in the wrong place or a zero too many shows as another signer.
public final class ActionReader {

    private ActionReader() {}

    /// @throws IllegalArgumentException if the type is not known, or a field is missing or cannot be meant
    public static L1Action read(JsonNode json) {
        String type = text(json, "type");
        return switch (type) {
            case "order" ->
                new L1Action.PlaceOrders(
                        each(json, "orders", ActionReader::order),
                        constant(text(json, "grouping"), Grouping.values(), Grouping::word),
                        optional(json, "builder").map(ActionReader::fee));
            case "cancel" -> new L1Action.Cancel(each(json, "cancels", ActionReader::cancel), flag(json, "f"));
            case "cancelByCloid" ->
                new L1Action.CancelByCloid(each(json, "cancels", ActionReader::cancelByCloid), flag(json, "f"));
            case "modify" -> new L1Action.Modify(modification(json), flag(json, "a"));
            case "batchModify" ->
                new L1Action.BatchModify(each(json, "modifies", ActionReader::modification), flag(json, "a"));
            case "scheduleCancel" ->
                new L1Action.ScheduleCancel(optional(json, "time")
                        .map(_ -> OptionalLong.of(integer(json, "time")))
                        .orElseGet(OptionalLong::empty));
            case "updateLeverage" ->
                new L1Action.UpdateLeverage(small(json, "asset"), bool(json, "isCross"), small(json, "leverage"));
            case "updateIsolatedMargin" ->
                new L1Action.UpdateIsolatedMargin(small(json, "asset"), integer(json, "ntli"));
            case "topUpIsolatedOnlyMargin" ->
                new L1Action.TopUpIsolatedOnlyMargin(small(json, "asset"), decimal(json, "leverage"));
            case "twapOrder" -> twap(field(json, "twap", JsonNode::isObject, "an object"));
            case "twapCancel" -> new L1Action.TwapCancel(small(json, "a"), integer(json, "t"));
            case "reserveRequestWeight" -> new L1Action.ReserveRequestWeight(integer(json, "weight"));
            case "noop" -> new L1Action.Noop();
            default -> throw new IllegalArgumentException("no trading action: '" + type + "'");
        };
    }

    private static OrderRequest order(JsonNode json) {
        return new OrderRequest(
                small(json, "a"),
                bool(json, "b"),
                decimal(json, "p"),
                decimal(json, "s"),
                bool(json, "r"),
                orderType(field(json, "t", JsonNode::isObject, "an object")),
                optional(json, "c").map(_ -> new Cloid(text(json, "c"))));
    }

    private static OrderType orderType(JsonNode json) {
        Optional<JsonNode> limit = optional(json, "limit");
        if (limit.isPresent()) {
            return new OrderType.Limit(constant(text(limit.get(), "tif"), Tif.values(), Tif::word));
        }
        JsonNode trigger = field(json, "trigger", JsonNode::isObject, "an object");
        return new OrderType.Trigger(
                bool(trigger, "isMarket"),
                decimal(trigger, "triggerPx"),
                constant(text(trigger, "tpsl"), Tpsl.values(), Tpsl::word));
    }

    private static L1Action.BuilderFee fee(JsonNode json) {
        return new L1Action.BuilderFee(new Address(text(json, "b")), small(json, "f"));
    }

    private static L1Action.OidAtAsset cancel(JsonNode json) {
        return new L1Action.OidAtAsset(small(json, "a"), oid(json, "o"));
    }

    private static L1Action.CloidAtAsset cancelByCloid(JsonNode json) {
        return new L1Action.CloidAtAsset(small(json, "asset"), new Cloid(text(json, "cloid")));
    }

    private static L1Action.Modification modification(JsonNode json) {
        OrderRef old = json.path("oid").isTextual() ? new Cloid(text(json, "oid")) : oid(json, "oid");
        return new L1Action.Modification(old, order(field(json, "order", JsonNode::isObject, "an object")));
    }

    private static L1Action.TwapOrder twap(JsonNode json) {
        return new L1Action.TwapOrder(
                small(json, "a"),
                bool(json, "b"),
                decimal(json, "s"),
                bool(json, "r"),
                small(json, "m"),
                bool(json, "t"));
    }

    private static <T> List<T> each(JsonNode json, String name, Function<JsonNode, T> reader) {
        List<T> values = new ArrayList<>();
        field(json, name, JsonNode::isArray, "a list").forEach(one -> values.add(reader.apply(one)));
        return values;
    }

    private static Oid oid(JsonNode json, String name) {
        return Oid.of(
                field(json, name, JsonNode::isIntegralNumber, "a whole number").asText());
    }

    private static int small(JsonNode json, String name) {
        return field(json, name, JsonNode::isInt, "a whole number of 32 bits").intValue();
    }

    private static long integer(JsonNode json, String name) {
        return field(json, name, node -> node.isIntegralNumber() && node.canConvertToLong(), "a whole number")
                .longValue();
    }

    private static WireDecimal decimal(JsonNode json, String name) {
        String text = text(json, name);
        if (!text.matches("-?[0-9]{1,20}(\\.[0-9]{1,20})?")) {
            throw new IllegalArgumentException(name + " must be a decimal: '" + text + "'");
        }
        return WireDecimal.of(text);
    }

    private static String text(JsonNode json, String name) {
        return field(json, name, JsonNode::isTextual, "a text").textValue();
    }

    private static boolean bool(JsonNode json, String name) {
        return field(json, name, JsonNode::isBoolean, "true or false").booleanValue();
    }

    private static boolean flag(JsonNode json, String name) {
        return optional(json, name).isPresent() && bool(json, name);
    }

    private static Optional<JsonNode> optional(JsonNode json, String name) {
        return Optional.ofNullable(json.get(name)).filter(value -> !value.isNull());
    }

    private static JsonNode field(JsonNode json, String name, Predicate<JsonNode> isRight, String kind) {
        JsonNode value = json.path(name);
        if (!isRight.test(value)) {
            String found = value.isMissingNode() ? "it is missing" : value.toString();
            throw new IllegalArgumentException(name + " must be " + kind + ": " + found);
        }
        return value;
    }

    private static <T> T constant(String word, T[] values, Function<T, String> wordOf) {
        return Arrays.stream(values)
                .filter(one -> wordOf.apply(one).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is not one of "
                        + Arrays.stream(values).map(wordOf).toList()));
    }
}
