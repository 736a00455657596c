package aiquant.exchange.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import aiquant.exchange.Network;
import aiquant.exchange.Precision;
import aiquant.exchange.action.Address;
import aiquant.exchange.action.MsgPack;
import aiquant.exchange.action.UserSignedType;
import aiquant.exchange.action.WireDecimal;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every entry of the recorded signatures, byte for byte, with both implementations of the curve.
class SigningVectorTest {

    private static final List<Curve> CURVES = List.of(NativeCurve.load().orElseThrow(), new JavaCurve());

    @TestFactory
    Stream<DynamicTest> packsHashesAndSignsPublishedActions() {
        return each("l1Actions", SigningVectors.section("l1Actions"), SigningVectorTest::checkL1);
    }

    @TestFactory
    Stream<DynamicTest> packsHashesAndSignsDerivedActions() {
        return each(
                "derivedL1Actions",
                SigningVectors.section("derivedL1Actions").path("vectors"),
                SigningVectorTest::checkL1);
    }

    @TestFactory
    Stream<DynamicTest> signsConnectionIds() {
        return each("l1ConnectionIds", SigningVectors.section("l1ConnectionIds"), entry -> {
            byte[] digest = ActionHash.ofConnectionId(
                    bytes(entry.path("connectionId")),
                    Network.ofWord(entry.path("network").asText()));

            assertThat(hex(digest)).isEqualTo(entry.path("eip712Digest").asText());
            checkSignature(digest, entry, entry.path("expected"));
        });
    }

    @TestFactory
    Stream<DynamicTest> signsUserSignedActions() {
        return each("userSignedActions", SigningVectors.section("userSignedActions"), entry -> {
            UserSignedType type = Stream.of(UserSignedType.values())
                    .filter(one ->
                            one.primaryType().equals(entry.path("primaryType").asText()))
                    .findFirst()
                    .orElseThrow();
            ObjectNode action = entry.path("message").deepCopy();
            action.put("type", type.type()).set("signatureChainId", entry.path("signatureChainId"));

            String encoded = Eip712.encodeType(type.primaryType(), type.fields());
            byte[] digest = ActionHash.ofUserSigned(action);

            assertThat(encoded).isEqualTo(entry.path("encodeType").asText());
            assertThat(hex(Eip712.text(encoded)))
                    .isEqualTo(entry.path("typeHash").asText());
            assertThat(hex(digest)).isEqualTo(entry.path("eip712Digest").asText());
            checkSignature(digest, entry, entry.path("expected"));
        });
    }

    @TestFactory
    Stream<DynamicTest> separatesDomains() {
        JsonNode entry = SigningVectors.section("domainSeparators");
        return Stream.of(dynamicTest("domainSeparators", () -> {
            String user = "HyperliquidSignTransaction";
            UserSignedType.Field source = new UserSignedType.Field("string", "source");
            UserSignedType.Field id = new UserSignedType.Field("bytes32", "connectionId");

            assertThat(hex(Eip712.domain("Exchange", BigInteger.valueOf(1337))))
                    .isEqualTo(entry.path("exchange_1337").asText());
            assertThat(hex(Eip712.domain(user, BigInteger.valueOf(421614))))
                    .isEqualTo(entry.path("hyperliquidSignTransaction_421614").asText());
            assertThat(hex(Eip712.domain(user, BigInteger.valueOf(42161))))
                    .isEqualTo(entry.path("hyperliquidSignTransaction_42161").asText());
            assertThat(hex(Eip712.text(Eip712.encodeType("Agent", List.of(source, id)))))
                    .isEqualTo(entry.path("agentTypeHash").asText());
            assertThat(hex(Eip712.DOMAIN_TYPE_HASH))
                    .isEqualTo(entry.path("eip712DomainTypeHash").asText());
            for (int i = 0; i < entry.size(); i++) {
                SigningVectors.passed("domainSeparators", i, "");
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> derivesAddresses() {
        return each("addressDerivation", SigningVectors.section("addressDerivation"), entry -> {
            for (Curve curve : CURVES) {
                Address address = Signers.address(curve.publicKey(bytes(entry.path("privateKey"))));

                assertThat(address.text()).isEqualTo(entry.path("address").asText());
                assertThat(new Address(entry.path("checksumAddress").asText())).isEqualTo(address);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> hashesWithKeccak() {
        return each("keccak256", SigningVectors.section("keccak256"), entry -> {
            byte[] hash = Keccak.hash(entry.path("inputUtf8").asText().getBytes(StandardCharsets.UTF_8));

            assertThat(HexFormat.of().formatHex(hash))
                    .isEqualTo(entry.path("keccak256").asText());
        });
    }

    @TestFactory
    Stream<DynamicTest> packsValues() {
        return each("msgpack", SigningVectors.section("msgpack"), entry -> {
            byte[] packed = MsgPack.encode(entry.path("value"));

            assertThat(HexFormat.of().formatHex(packed))
                    .isEqualTo(entry.path("hex").asText());
        });
    }

    @TestFactory
    Stream<DynamicTest> writesDecimals() {
        JsonNode cases = SigningVectors.section("floatToWire").path("cases");
        return each("floatToWire", cases, entry -> {
            BigDecimal input = new BigDecimal(entry.path("input").asText());
            if (entry.has("error")) {
                assertThatThrownBy(() -> WireDecimal.withoutNoise(input))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("more than 8 decimals");
            } else {
                assertThat(WireDecimal.withoutNoise(input))
                        .hasToString(entry.path("expected").asText());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> countsInUnits() {
        JsonNode cases = SigningVectors.section("floatToInt").path("cases");
        return each("floatToInt", cases, entry -> {
            BigDecimal input = new BigDecimal(entry.path("input").asText());
            int power = entry.path("power").asInt();
            if (entry.has("error")) {
                assertThatThrownBy(() -> WireDecimal.toInteger(input, power))
                        .isInstanceOf(IllegalArgumentException.class);
            } else {
                assertThat(WireDecimal.toInteger(input, power))
                        .hasToString(entry.path("expected").asText());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> knowsValidPrices() {
        JsonNode cases = SigningVectors.section("priceValidity").path("cases");
        return each(
                "priceValidity",
                cases,
                entry -> assertThat(precision(entry)
                                .isValidPrice(new BigDecimal(entry.path("px").asText())))
                        .as(entry.path("why").asText())
                        .isEqualTo(entry.path("valid").asBoolean()));
    }

    @TestFactory
    Stream<DynamicTest> truncatesPricesAndSizes() {
        JsonNode cases = SigningVectors.section("truncation").path("cases");
        return each("truncation", cases, entry -> {
            BigDecimal input = new BigDecimal(entry.path("input").asText());
            Precision precision = precision(entry);
            boolean isSize = entry.path("fn").asText().equals("truncateSize");
            if (entry.has("error") && isSize) {
                assertThat(precision.floorSize(input)).isEmpty();
            } else if (entry.has("error")) {
                assertThatThrownBy(() -> precision.floorPrice(input)).isInstanceOf(IllegalArgumentException.class);
            } else {
                BigDecimal rounded = isSize ? precision.floorSize(input).orElseThrow() : precision.floorPrice(input);
                assertThat(rounded.toPlainString())
                        .isEqualTo(entry.path("expected").asText());
            }
        });
    }

    private static void checkL1(JsonNode entry) {
        JsonNode expected = entry.path("expected");
        JsonNode vaultText = entry.path("vaultAddress");
        JsonNode expiry = entry.path("expiresAfter");
        Optional<Address> vault =
                vaultText.isTextual() ? Optional.of(new Address(vaultText.asText())) : Optional.empty();
        OptionalLong expiresAfter = expiry.isNumber() ? OptionalLong.of(expiry.asLong()) : OptionalLong.empty();
        JsonNode action = entry.path("action");
        long nonce = entry.path("nonce").asLong();

        byte[] packed = MsgPack.encode(action);
        byte[] connectionId = ActionHash.connectionId(packed, nonce, vault, expiresAfter);

        assertThat(HexFormat.of().formatHex(packed))
                .isEqualTo(expected.path("msgpackHex").asText());
        assertThat(hex(connectionId)).isEqualTo(expected.path("connectionId").asText());
        for (Network network : Network.values()) {
            byte[] digest = ActionHash.ofL1(action, nonce, vault, expiresAfter, network);
            if (expected.has("eip712Digest" + network.chainName())) {
                assertThat(hex(digest))
                        .isEqualTo(expected.path("eip712Digest" + network.chainName())
                                .asText());
            }
            if (expected.has("signature" + network.chainName())) {
                checkSignature(digest, entry, expected.path("signature" + network.chainName()));
            }
        }
    }

    private static void checkSignature(byte[] digest, JsonNode entry, JsonNode expected) {
        byte[] key = bytes(entry.path("privateKey"));
        for (Curve curve : CURVES) {
            Signature signature = curve.sign(digest, key);

            assertThat(signature.toJson()).as(curve.getClass().getSimpleName()).isEqualTo(expected);
            assertThat(Signature.of(expected)).isEqualTo(signature);
            Optional<Address> signer = new Signers(curve).recover(digest, signature);
            assertThat(signer).contains(Signers.address(curve.publicKey(key)));
            if (entry.has("signerAddress")) {
                assertThat(signer.orElseThrow().text())
                        .isEqualTo(entry.path("signerAddress").asText());
            }
        }
    }

    private static Precision precision(JsonNode entry) {
        int sizeDecimals = entry.path("szDecimals").asInt();
        return entry.path("market").asText().equals("spot")
                ? Precision.spot(sizeDecimals)
                : Precision.perp(sizeDecimals);
    }

    private static Stream<DynamicTest> each(String section, JsonNode entries, Consumer<JsonNode> check) {
        List<DynamicTest> tests = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            JsonNode entry = entries.get(i);
            String name = entry.path("name").asText();
            int index = i;
            tests.add(dynamicTest(section + " " + index + " " + name, () -> {
                check.accept(entry);
                SigningVectors.passed(section, index, name);
            }));
        }
        assertThat(tests).isNotEmpty();
        return tests.stream();
    }

    private static byte[] bytes(JsonNode hex) {
        return HexFormat.of().parseHex(hex.asText().substring(2));
    }

    private static String hex(byte[] bytes) {
        return "0x" + HexFormat.of().formatHex(bytes);
    }
}
