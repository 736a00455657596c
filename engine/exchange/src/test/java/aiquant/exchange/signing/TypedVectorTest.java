package aiquant.exchange.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import aiquant.exchange.Network;
import aiquant.exchange.action.Address;
import aiquant.exchange.action.Cloid;
import aiquant.exchange.action.Grouping;
import aiquant.exchange.action.L1Action;
import aiquant.exchange.action.MsgPack;
import aiquant.exchange.action.Oid;
import aiquant.exchange.action.OrderRef;
import aiquant.exchange.action.OrderRequest;
import aiquant.exchange.action.OrderType;
import aiquant.exchange.action.Tif;
import aiquant.exchange.action.Tpsl;
import aiquant.exchange.action.UserSignedAction;
import aiquant.exchange.action.WireDecimal;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The typed actions give the recorded bytes: each vector that has a type is built anew from its values.
class TypedVectorTest {

    @TestFactory
    Stream<DynamicTest> packsTypedActionsAsRecorded() {
        List<JsonNode> entries = new ArrayList<>();
        SigningVectors.section("l1Actions").forEach(entries::add);
        SigningVectors.section("derivedL1Actions").path("vectors").forEach(entries::add);
        return entries.stream()
                .flatMap(entry -> typed(entry.path("action"))
                        .map(action -> dynamicTest(entry.path("name").asText(), () -> check(action, entry)))
                        .stream());
    }

    @TestFactory
    Stream<DynamicTest> hashesTypedUserSignedActionsAsRecorded() {
        List<JsonNode> entries = new ArrayList<>();
        SigningVectors.section("userSignedActions").forEach(entries::add);
        return entries.stream()
                .map(entry -> dynamicTest(entry.path("name").asText(), () -> {
                    JsonNode message = entry.path("message");
                    Network network = message.path("hyperliquidChain").asText().equals("Mainnet")
                            ? Network.MAINNET
                            : Network.TESTNET;
                    long nonce =
                            message.path(message.has("time") ? "time" : "nonce").asLong();

                    JsonNode json = userSigned(entry)
                            .toJson(entry.path("signatureChainId").asText(), network, nonce);

                    assertThat("0x" + HexFormat.of().formatHex(ActionHash.ofUserSigned(json)))
                            .isEqualTo(entry.path("eip712Digest").asText());
                }));
    }

    /// Some recorded prices carry a trailing zero, which a typed one cannot.
    private static void check(L1Action action, JsonNode entry) {
        String recorded = entry.path("action").toString();
        String canonical = recorded.replace("\"2000.0\"", "\"2000\"");

        assertThat(action.toJson()).hasToString(canonical);
        if (canonical.equals(recorded)) {
            assertThat(HexFormat.of().formatHex(MsgPack.encode(action.toJson())))
                    .isEqualTo(entry.path("expected").path("msgpackHex").asText());
        }
    }

    private static Optional<L1Action> typed(JsonNode json) {
        boolean isFast = json.path("f").asBoolean();
        return Optional.ofNullable(
                switch (json.path("type").asText()) {
                    case "order" ->
                        new L1Action.PlaceOrders(
                                each(json.path("orders"), TypedVectorTest::order),
                                Arrays.stream(Grouping.values())
                                        .filter(one -> one.word()
                                                .equals(json.path("grouping").asText()))
                                        .findFirst()
                                        .orElseThrow(),
                                Optional.ofNullable(json.get("builder"))
                                        .map(fee -> new L1Action.BuilderFee(
                                                new Address(fee.path("b").asText()),
                                                fee.path("f").asInt())));
                    case "cancel" ->
                        new L1Action.Cancel(
                                each(
                                        json.path("cancels"),
                                        one -> new L1Action.OidAtAsset(
                                                one.path("a").asInt(),
                                                Oid.of(one.path("o").asText()))),
                                isFast);
                    case "cancelByCloid" ->
                        new L1Action.CancelByCloid(
                                each(
                                        json.path("cancels"),
                                        one -> new L1Action.CloidAtAsset(
                                                one.path("asset").asInt(),
                                                new Cloid(one.path("cloid").asText()))),
                                isFast);
                    case "batchModify" ->
                        new L1Action.BatchModify(
                                each(
                                        json.path("modifies"),
                                        one -> new L1Action.Modification(
                                                ref(one.path("oid")), order(one.path("order")))),
                                json.path("a").asBoolean());
                    case "scheduleCancel" ->
                        new L1Action.ScheduleCancel(
                                json.has("time")
                                        ? OptionalLong.of(json.path("time").asLong())
                                        : OptionalLong.empty());
                    case "updateLeverage" ->
                        new L1Action.UpdateLeverage(
                                json.path("asset").asInt(),
                                json.path("isCross").asBoolean(),
                                json.path("leverage").asInt());
                    case "updateIsolatedMargin" ->
                        new L1Action.UpdateIsolatedMargin(
                                json.path("asset").asInt(), json.path("ntli").asLong());
                    case "noop" -> new L1Action.Noop();
                    default -> null;
                });
    }

    private static OrderRequest order(JsonNode json) {
        JsonNode trigger = json.path("t").path("trigger");
        OrderType type = trigger.isObject()
                ? new OrderType.Trigger(
                        trigger.path("isMarket").asBoolean(),
                        WireDecimal.of(trigger.path("triggerPx").asText()),
                        trigger.path("tpsl").asText().equals("tp") ? Tpsl.TAKE_PROFIT : Tpsl.STOP_LOSS)
                : new OrderType.Limit(Tif.valueOf(
                        json.path("t").path("limit").path("tif").asText().toUpperCase(Locale.ROOT)));
        return new OrderRequest(
                json.path("a").asInt(),
                json.path("b").asBoolean(),
                WireDecimal.of(json.path("p").asText()),
                WireDecimal.of(json.path("s").asText()),
                json.path("r").asBoolean(),
                type,
                Optional.ofNullable(json.get("c")).map(cloid -> new Cloid(cloid.asText())));
    }

    private static OrderRef ref(JsonNode oid) {
        return oid.isTextual() ? new Cloid(oid.asText()) : Oid.of(oid.asText());
    }

    private static UserSignedAction userSigned(JsonNode entry) {
        JsonNode message = entry.path("message");
        String destination = message.path("destination").asText();
        WireDecimal amount = WireDecimal.of(message.path("amount").asText("0"));
        String name = message.path("agentName").asText();
        String type = entry.path("primaryType").asText();
        return switch (type.substring(type.indexOf(':') + 1)) {
            case "UsdSend" -> new UserSignedAction.UsdSend(destination, amount);
            case "Withdraw" -> new UserSignedAction.Withdraw(destination, amount);
            case "UsdClassTransfer" ->
                new UserSignedAction.UsdClassTransfer(
                        amount, message.path("toPerp").asBoolean());
            case "ApproveAgent" ->
                new UserSignedAction.ApproveAgent(
                        new Address(message.path("agentAddress").asText()),
                        name.isEmpty() ? Optional.empty() : Optional.of(name),
                        OptionalLong.empty());
            case "ApproveBuilderFee" ->
                new UserSignedAction.ApproveBuilderFee(
                        message.path("maxFeeRate").asText(),
                        new Address(message.path("builder").asText()));
            default -> throw new IllegalStateException("no typed action for " + type);
        };
    }

    private static <T> List<T> each(JsonNode array, Function<JsonNode, T> read) {
        List<T> values = new ArrayList<>();
        array.forEach(one -> values.add(read.apply(one)));
        return values;
    }
}
