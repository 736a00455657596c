package aiquant.exchange.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.jcajce.provider.digest.Keccak;
import org.junit.jupiter.api.Test;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;

/// The numbers of the self-test, worked out a second time: from JSON written by hand, with MessagePack's own library
/// and the curve in Java.
class SigningSelfTestTest {

    private static final String ENTRY = """
            {"a":110003,"b":true,"p":"0.00012345","s":"1200","r":false,"t":{"limit":{"tif":"Ioc"}},\
            "c":"0x6169715f0123456789abcdef01234567"}""";
    private static final String STOP = """
            {"a":3,"b":false,"p":"64123","s":"0.00123","r":true,\
            "t":{"trigger":{"isMarket":true,"triggerPx":"64500.5","tpsl":"sl"}}}""";
    private static final String AGENT = "0xffeeddccbbaa99887766554433221100ffeeddcc";

    private static final List<String> L1_ACTIONS = List.of(
            "{\"type\":\"order\",\"orders\":[" + ENTRY + "," + STOP + "],\"grouping\":\"normalTpsl\","
                    + "\"builder\":{\"b\":\"" + AGENT + "\",\"f\":10}}",
            "{\"type\":\"cancel\",\"cancels\":[{\"a\":0,\"o\":520430480361},{\"a\":200,\"o\":18446744073709551615}],"
                    + "\"f\":true}",
            "{\"type\":\"cancelByCloid\",\"cancels\":[{\"asset\":70000,"
                    + "\"cloid\":\"0x6169715f0123456789abcdef01234567\"}]}",
            "{\"type\":\"modify\",\"oid\":\"0x6169715f0123456789abcdef01234567\",\"order\":" + ENTRY + ",\"a\":true}",
            "{\"type\":\"batchModify\",\"modifies\":[{\"oid\":77,\"order\":" + STOP + "}]}",
            "{\"type\":\"scheduleCancel\",\"time\":1700000060000}",
            "{\"type\":\"updateLeverage\",\"asset\":5,\"isCross\":false,\"leverage\":3}",
            "{\"type\":\"updateIsolatedMargin\",\"asset\":5,\"isBuy\":true,\"ntli\":-2500000}",
            "{\"type\":\"topUpIsolatedOnlyMargin\",\"asset\":5,\"leverage\":\"2.5\"}",
            "{\"type\":\"twapOrder\",\"twap\":{\"a\":5,\"b\":true,\"s\":\"3\",\"r\":false,\"m\":30,\"t\":true}}",
            "{\"type\":\"twapCancel\",\"a\":5,\"t\":4711}",
            "{\"type\":\"reserveRequestWeight\",\"weight\":500}",
            "{\"type\":\"noop\"}");

    @Test
    void passes() {
        SigningSelfTest.run(Curve.fastest());
        SigningSelfTest.run(new JavaCurve());
    }

    @Test
    void expectsWhatASecondImplementationComputes() throws IOException {
        List<String> digests =
                SelfTestCase.all().stream().map(SelfTestCase::digest).toList();
        String chain = "HyperliquidTransaction:";

        for (int i = 0; i < L1_ACTIONS.size(); i++) {
            assertThat(digests.get(i)).as(L1_ACTIONS.get(i)).isEqualTo(hex(l1Digest(L1_ACTIONS.get(i))));
        }
        assertThat(digests.subList(L1_ACTIONS.size(), digests.size()))
                .containsExactly(
                        hex(userDigest(
                                chain + "UsdSend(string hyperliquidChain,string destination,string amount,uint64 time)",
                                text("Testnet"),
                                text("0xFFeeddccbbaa99887766554433221100ffeeddcc"),
                                text("1.5"),
                                word(1_700_000_000_123L))),
                        hex(userDigest(
                                chain
                                        + "UsdClassTransfer(string hyperliquidChain,string amount,bool toPerp,uint64 nonce)",
                                text("Testnet"),
                                text("2"),
                                word(1),
                                word(1_700_000_000_123L))),
                        hex(userDigest(
                                chain
                                        + "ApproveAgent(string hyperliquidChain,address agentAddress,string agentName,uint64 nonce)",
                                text("Testnet"),
                                HexFormat.of().parseHex("0".repeat(24) + AGENT.substring(2)),
                                text("engine"),
                                word(1_700_000_000_123L))));
    }

    @Test
    void refusesToStartWhenAByteDiffers() {
        Curve honest = new JavaCurve();
        Curve broken = new Curve() {
            @Override
            public Signature sign(byte[] digest, byte[] key) {
                Signature right = honest.sign(digest, key);
                return new Signature(right.r(), Curve.ORDER.subtract(right.s()), 55 - right.v());
            }

            @Override
            public byte[] publicKey(byte[] key) {
                return honest.publicKey(key);
            }

            @Override
            public Optional<byte[]> recover(byte[] digest, Signature signature) {
                return honest.recover(digest, signature);
            }
        };

        assertThatThrownBy(() -> SigningSelfTest.run(broken))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("The signing self-test failed: the signature of order should be");
    }

    private static byte[] l1Digest(String json) throws IOException {
        MessageBufferPacker packer = MessagePack.newDefaultBufferPacker();
        pack(packer, new ObjectMapper().readTree(json));
        packer.addPayload(ByteBuffer.allocate(38)
                .putLong(1_700_000_000_123L)
                .put((byte) 1)
                .put(HexFormat.of().parseHex("00112233445566778899aabbccddeeff00112233"))
                .put((byte) 0)
                .putLong(1_700_000_005_123L)
                .array());
        byte[] agent =
                keccak(text("Agent(string source,bytes32 connectionId)"), text("b"), keccak(packer.toByteArray()));
        return keccak(new byte[] {0x19, 1}, domain("Exchange", 1337), agent);
    }

    private static byte[] userDigest(String type, byte[]... words) {
        byte[][] struct = new byte[words.length + 1][];
        struct[0] = text(type);
        System.arraycopy(words, 0, struct, 1, words.length);
        return keccak(new byte[] {0x19, 1}, domain("HyperliquidSignTransaction", 421614), keccak(struct));
    }

    private static byte[] domain(String name, int chainId) {
        return keccak(
                text("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                text(name),
                text("1"),
                word(chainId),
                new byte[32]);
    }

    private static void pack(MessageBufferPacker packer, JsonNode node) throws IOException {
        if (node.isObject()) {
            packer.packMapHeader(node.size());
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                packer.packString(field.getKey());
                pack(packer, field.getValue());
            }
        } else if (node.isArray()) {
            packer.packArrayHeader(node.size());
            for (JsonNode element : node) {
                pack(packer, element);
            }
        } else if (node.isTextual()) {
            packer.packString(node.textValue());
        } else if (node.isBoolean()) {
            packer.packBoolean(node.booleanValue());
        } else {
            packer.packBigInteger(new BigInteger(node.asText()));
        }
    }

    private static byte[] word(long value) {
        return ByteBuffer.allocate(32).putLong(24, value).array();
    }

    private static byte[] text(String text) {
        return keccak(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] keccak(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return new Keccak.Digest256().digest(all.toByteArray());
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
