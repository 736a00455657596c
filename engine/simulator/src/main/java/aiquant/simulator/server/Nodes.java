package aiquant.simulator.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/// JSON as the exchange writes it: amounts as text, with `.0` after whole numbers.
final class Nodes {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Nodes() {}

    static ObjectNode object() {
        return NODES.objectNode();
    }

    static ArrayNode array() {
        return NODES.arrayNode();
    }

    static <T> ArrayNode array(List<T> values, Function<T, ? extends JsonNode> each) {
        ArrayNode array = NODES.arrayNode(values.size());
        values.forEach(value -> array.add(each.apply(value)));
        return array;
    }

    static String text(BigDecimal amount) {
        BigDecimal plain = amount.stripTrailingZeros();
        return (plain.scale() < 1 ? plain.setScale(1) : plain).toPlainString();
    }

    static JsonNode amount(BigDecimal amount) {
        return NODES.textNode(text(amount));
    }

    static ArrayNode pair(BigDecimal first, BigDecimal second) {
        return array().add(text(first)).add(text(second));
    }
}
