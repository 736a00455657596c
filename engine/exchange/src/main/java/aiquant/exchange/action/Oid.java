package aiquant.exchange.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigInteger;

/// The venue's number of an order.
///
/// @param value all 64 bits count: what looks negative is a number above 2^63
public record Oid(long value) implements OrderRef {

    /// @throws NumberFormatException if it is no unsigned 64-bit number
    public static Oid of(String digits) {
        return new Oid(Long.parseUnsignedLong(digits));
    }

    JsonNode toJson() {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return value >= 0 ? nodes.numberNode(value) : nodes.numberNode(new BigInteger(toString()));
    }

    @Override
    public String toString() {
        return Long.toUnsignedString(value);
    }
}
