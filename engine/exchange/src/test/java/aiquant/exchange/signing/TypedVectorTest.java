package aiquant.exchange.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import aiquant.exchange.Network;
import aiquant.exchange.action.ActionReader;
import aiquant.exchange.action.Address;
import aiquant.exchange.action.L1Action;
import aiquant.exchange.action.MsgPack;
import aiquant.exchange.action.UserSignedAction;
import aiquant.exchange.action.WireDecimal;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The typed actions give the recorded bytes: each vector that has a type is built anew from its values.
class TypedVectorTest {
    private static final Set<String> TYPED = Set.of(
            "order",
            "cancel",
            "cancelByCloid",
            "modify",
            "batchModify",
            "scheduleCancel",
            "updateLeverage",
            "updateIsolatedMargin",
            "topUpIsolatedOnlyMargin",
            "twapOrder",
            "twapCancel",
            "reserveRequestWeight",
            "noop");
    private static final Pattern EXPIRING = Pattern.compile("(.+) valid_until ([0-9]+)");

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
        String canonical =
                recorded.replaceAll("(:\"[0-9]+\\.[0-9]*[1-9])0+\"", "$1\"").replaceAll("(:\"[0-9]+)\\.0+\"", "$1\"");

        assertThat(action.toJson()).hasToString(canonical);
        if (canonical.equals(recorded)) {
            assertThat(HexFormat.of().formatHex(MsgPack.encode(action.toJson())))
                    .isEqualTo(entry.path("expected").path("msgpackHex").asText());
        }
    }

    /// Empty for the recorded actions that this program has no type for.
    private static Optional<L1Action> typed(JsonNode json) {
        return TYPED.contains(json.path("type").asText()) ? Optional.of(ActionReader.read(json)) : Optional.empty();
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
            case "SpotSend" ->
                new UserSignedAction.SpotSend(destination, message.path("token").asText(), amount);
            case "SendAsset" ->
                new UserSignedAction.SendAsset(
                        destination,
                        message.path("sourceDex").asText(),
                        message.path("destinationDex").asText(),
                        message.path("token").asText(),
                        amount,
                        message.path("fromSubAccount").asText());
            case "ApproveAgent" ->
                approval(new Address(message.path("agentAddress").asText()), name);
            case "ApproveBuilderFee" ->
                new UserSignedAction.ApproveBuilderFee(
                        message.path("maxFeeRate").asText(),
                        new Address(message.path("builder").asText()));
            default -> throw new IllegalStateException("no typed action for " + type);
        };
    }

    private static UserSignedAction approval(Address agent, String name) {
        Matcher expiring = EXPIRING.matcher(name);
        return expiring.matches()
                ? new UserSignedAction.ApproveAgent(
                        agent, Optional.of(expiring.group(1)), OptionalLong.of(Long.parseLong(expiring.group(2))))
                : new UserSignedAction.ApproveAgent(
                        agent, name.isEmpty() ? Optional.empty() : Optional.of(name), OptionalLong.empty());
    }
}
