package aiquant.exchange.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;

/// An object being written from the components of a record.
final class Tree {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ObjectNode object = NODES.objectNode();

    /// Writes a component; an empty optional writes nothing.
    Tree put(String name, Object value) {
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(present -> object.set(name, node(present)));
        } else {
            object.set(name, node(value));
        }
        return this;
    }

    Tree unsigned(String name, long id) {
        object.set(name, unsigned(id));
        return this;
    }

    ObjectNode with(Extra extra) {
        extra.addTo(object);
        return object;
    }

    ObjectNode done() {
        return object;
    }

    static ArrayNode list(Object... elements) {
        ArrayNode list = NODES.arrayNode(elements.length);
        for (Object element : elements) {
            list.add(node(element));
        }
        return list;
    }

    /// Numbers take the smallest node that holds them, as the parser does: equal trees stay equal.
    static JsonNode number(long value) {
        return value == (int) value ? NODES.numberNode((int) value) : NODES.numberNode(value);
    }

    static JsonNode unsigned(long id) {
        return id >= 0 ? number(id) : NODES.numberNode(new BigInteger(Long.toUnsignedString(id)));
    }

    /// A list's missing element is null, since a place in a list cannot be left out.
    static JsonNode node(Object value) {
        return switch (value) {
            case JsonNode node -> node.deepCopy();
            case Wire wire -> wire.toJson();
            case String text -> NODES.textNode(text);
            case Side side -> NODES.textNode(side.text());
            case BigDecimal decimal -> NODES.textNode(DecimalText.write(decimal));
            case Integer number -> number(number);
            case Long number -> number(number);
            case Boolean flag -> NODES.booleanNode(flag);
            case Optional<?> optional -> optional.isPresent() ? node(optional.get()) : NODES.nullNode();
            case Iterable<?> elements -> {
                ArrayNode list = NODES.arrayNode();
                elements.forEach(element -> list.add(node(element)));
                yield list;
            }
            case Map<?, ?> entries -> {
                ObjectNode map = NODES.objectNode();
                entries.forEach((name, entry) -> map.set((String) name, node(entry)));
                yield map;
            }
            default -> throw new IllegalArgumentException("no JSON form of " + value.getClass());
        };
    }
}
