package aiquant.exchange.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;

/// Our encoder against MessagePack's own library, which also picks the smallest forms.
class MsgPackPropertyTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final BigInteger UINT64 = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

    @Property(tries = 2000)
    void packsEveryTreeAsTheLibraryDoes(@ForAll("trees") JsonNode tree) throws IOException {
        MessageBufferPacker library = MessagePack.newDefaultBufferPacker();
        pack(library, tree);

        assertThat(MsgPack.encode(tree)).isEqualTo(library.toByteArray());
    }

    @Property(tries = 2000)
    void packsEveryIntegerAsTheLibraryDoes(@ForAll("integers") BigInteger value) throws IOException {
        MessageBufferPacker library = MessagePack.newDefaultBufferPacker();
        library.packBigInteger(value);

        assertThat(MsgPack.encode(NODES.numberNode(value))).isEqualTo(library.toByteArray());
    }

    @Property(tries = 30)
    void packsLongTextsAndListsAsTheLibraryDoes(@ForAll("lengths") int length) throws IOException {
        MessageBufferPacker library = MessagePack.newDefaultBufferPacker();
        library.packArrayHeader(2).packString("x".repeat(length)).packArrayHeader(length);
        ArrayNode tree = NODES.arrayNode().add("x".repeat(length));
        ArrayNode list = tree.addArray();
        for (int i = 0; i < length; i++) {
            library.packLong(i);
            list.add(i);
        }

        assertThat(MsgPack.encode(tree)).isEqualTo(library.toByteArray());
    }

    @Example
    void keepsTheKeysInTheOrderReceived() throws IOException {
        JsonNode received = new ObjectMapper().readTree("{\"b\":1,\"a\":2,\"10\":3,\"2\":4}");

        assertThat(HexFormat.of().formatHex(MsgPack.encode(received))).isEqualTo("84a16201a16102a2313003a13204");
    }

    @Example
    void refusesFractionsAndHugeIntegers() throws IOException {
        for (String text : List.of("1.0", "1e2", "18446744073709551616", "-9223372036854775809")) {
            JsonNode number = new ObjectMapper().readTree("[" + text + "]");

            assertThatThrownBy(() -> MsgPack.encode(number)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Provide
    Arbitrary<BigInteger> integers() {
        Arbitrary<BigInteger> edges = Arbitraries.integers()
                .between(0, 64)
                .flatMap(bits -> Arbitraries.integers()
                        .between(-2, 2)
                        .map(offset -> BigInteger.ONE.shiftLeft(bits).add(BigInteger.valueOf(offset))));
        return Arbitraries.oneOf(edges, edges.map(BigInteger::negate))
                .filter(value ->
                        value.compareTo(UINT64) <= 0 && value.compareTo(BigInteger.valueOf(Long.MIN_VALUE)) >= 0);
    }

    @Provide
    Arbitrary<Integer> lengths() {
        return Arbitraries.of(0, 1, 15, 16, 17, 31, 32, 33, 255, 256, 257, 511, 512, 513, 65535, 65536, 70000);
    }

    @Provide
    Arbitrary<JsonNode> trees() {
        Arbitrary<JsonNode> leaves = Arbitraries.oneOf(
                integers()
                        .map(value ->
                                value.bitLength() < 64 ? NODES.numberNode(value.longValue()) : NODES.numberNode(value)),
                Arbitraries.strings().ofMaxLength(40).map(NODES::textNode),
                Arbitraries.of(true, false).map(NODES::booleanNode),
                Arbitraries.just(NODES.nullNode()));
        return Arbitraries.recursive(() -> leaves, MsgPackPropertyTest::nested, 0, 3);
    }

    private static Arbitrary<JsonNode> nested(Arbitrary<JsonNode> inner) {
        Arbitrary<JsonNode> lists =
                inner.list().ofMaxSize(18).map(values -> NODES.arrayNode().addAll(values));
        Arbitrary<JsonNode> maps = Arbitraries.maps(Arbitraries.strings().ofMaxLength(10), inner)
                .ofMaxSize(18)
                .map(values -> {
                    ObjectNode map = NODES.objectNode();
                    values.forEach(map::set);
                    return map;
                });
        return Arbitraries.oneOf(lists, maps);
    }

    private static void pack(MessageBufferPacker library, JsonNode node) throws IOException {
        if (node.isObject()) {
            library.packMapHeader(node.size());
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                library.packString(field.getKey());
                pack(library, field.getValue());
            }
        } else if (node.isArray()) {
            library.packArrayHeader(node.size());
            for (JsonNode element : node) {
                pack(library, element);
            }
        } else if (node.isTextual()) {
            library.packString(node.textValue());
        } else if (node.isBoolean()) {
            library.packBoolean(node.booleanValue());
        } else if (node.isNull()) {
            library.packNil();
        } else {
            library.packBigInteger(node.bigIntegerValue());
        }
    }
}
