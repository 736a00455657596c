package aiquant.exchange.action;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Map;

/// MessagePack as the venue hashes it: keys in their order, every value in its smallest form, no fractions.
///
/// Written here because the order and the smallest forms are the whole point, and are less than a library's set-up.
/// Source: the MessagePack specification. One instance per encoding.
public final class MsgPack {

    private byte[] bytes = new byte[256];
    private int size;

    private MsgPack() {}

    /// Encodes in the tree's own order, which for a tree read by Jackson is the order received.
    ///
    /// @throws IllegalArgumentException if it holds a fraction, or an integer outside -2^63..2^64-1
    public static byte[] encode(JsonNode tree) {
        MsgPack pack = new MsgPack();
        pack.value(tree);
        return Arrays.copyOf(pack.bytes, pack.size);
    }

    private void value(JsonNode node) {
        switch (node.getNodeType()) {
            case OBJECT -> {
                length(node.size(), 0x80, 16, 0xde);
                for (Map.Entry<String, JsonNode> field : node.properties()) {
                    text(field.getKey());
                    value(field.getValue());
                }
            }
            case ARRAY -> {
                length(node.size(), 0x90, 16, 0xdc);
                node.forEach(this::value);
            }
            case STRING -> text(node.textValue());
            case NUMBER -> number(node);
            case BOOLEAN -> put(node.booleanValue() ? 0xc3 : 0xc2, 1);
            case NULL -> put(0xc0, 1);
            case BINARY, MISSING, POJO -> throw new IllegalArgumentException("no part of an action: " + node);
        }
    }

    private void number(JsonNode node) {
        if (!node.isIntegralNumber()) {
            throw new IllegalArgumentException("an action holds whole numbers only: " + node);
        }
        if (node.canConvertToLong()) {
            integer(node.longValue());
            return;
        }
        BigInteger value = node.bigIntegerValue();
        if (value.signum() < 0 || value.bitLength() > Long.SIZE) {
            throw new IllegalArgumentException("an action holds integers of 64 bits at most: " + node);
        }
        tagged(0xcf, value.longValue(), 8);
    }

    private void integer(long value) {
        if (value >= 0) {
            unsigned(value);
        } else if (value >= -32) {
            put(value, 1);
        } else if (value >= Byte.MIN_VALUE) {
            tagged(0xd0, value, 1);
        } else if (value >= Short.MIN_VALUE) {
            tagged(0xd1, value, 2);
        } else if (value >= Integer.MIN_VALUE) {
            tagged(0xd2, value, 4);
        } else {
            tagged(0xd3, value, 8);
        }
    }

    private void unsigned(long value) {
        if (value < 0x80) {
            put(value, 1);
        } else if (value <= 0xff) {
            tagged(0xcc, value, 1);
        } else if (value <= 0xffff) {
            tagged(0xcd, value, 2);
        } else if (value <= 0xffff_ffffL) {
            tagged(0xce, value, 4);
        } else {
            tagged(0xcf, value, 8);
        }
    }

    private void text(String text) {
        byte[] utf8 = text.getBytes(UTF_8);
        if (utf8.length >= 32 && utf8.length <= 0xff) {
            tagged(0xd9, utf8.length, 1);
        } else {
            length(utf8.length, 0xa0, 32, 0xda);
        }
        reserve(utf8.length);
        System.arraycopy(utf8, 0, bytes, size, utf8.length);
        size += utf8.length;
    }

    /// In the tag itself where it fits, else in two bytes, else in four under the next tag.
    private void length(int length, int smallTag, int smallLimit, int tag) {
        if (length < smallLimit) {
            put(smallTag | length, 1);
        } else if (length <= 0xffff) {
            tagged(tag, length, 2);
        } else {
            tagged(tag + 1, length, 4);
        }
    }

    private void tagged(int tag, long value, int width) {
        put(tag, 1);
        put(value, width);
    }

    private void put(long value, int width) {
        reserve(width);
        for (int shift = 8 * (width - 1); shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (value >>> shift);
        }
    }

    private void reserve(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
