package aiquant.exchange.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;

/// What an answer said beyond the components of its record: unknown fields, explicit nulls, odd spellings.
///
/// It means nothing to a reader and exists so that nothing is lost when the record is written back. A
/// component always wins over an extra of the same name, unless both mean the same number.
public final class Extra {
    /// Nothing beyond the components.
    public static final Extra NONE = new Extra(JsonNodeFactory.instance.objectNode());

    private final ObjectNode fields;

    Extra(ObjectNode fields) {
        this.fields = fields;
    }

    /// Optional components that are written as null instead of being left out.
    public static Extra nulls(String... names) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        for (String name : names) {
            fields.putNull(name);
        }
        return new Extra(fields);
    }

    public boolean isEmpty() {
        return fields.isEmpty();
    }

    /// The names of what is kept.
    public Iterable<String> names() {
        return fields.properties().stream().map(Map.Entry::getKey).toList();
    }

    ObjectNode fields() {
        return fields;
    }

    /// Adds what is kept to what the components wrote.
    void addTo(ObjectNode written) {
        merge(written, fields);
    }

    private static void merge(ObjectNode written, ObjectNode kept) {
        for (Map.Entry<String, JsonNode> one : kept.properties()) {
            JsonNode mine = written.get(one.getKey());
            if (mine == null || sameMeaning(mine, one.getValue())) {
                written.set(one.getKey(), one.getValue().deepCopy());
            } else if (mine instanceof ObjectNode inner && one.getValue() instanceof ObjectNode keptInner) {
                merge(inner, keptInner);
            }
        }
    }

    private static boolean sameMeaning(JsonNode one, JsonNode other) {
        if (one.isTextual() && other.isTextual()) {
            BigDecimal a = DecimalText.read(one.textValue());
            BigDecimal b = DecimalText.read(other.textValue());
            return (a != null && b != null) ? a.compareTo(b) == 0 : one.equals(other);
        }
        if (!one.isContainerNode() || one.getNodeType() != other.getNodeType() || one.size() != other.size()) {
            return one.equals(other);
        }
        for (int i = 0; one.isArray() && i < one.size(); i++) {
            if (!sameMeaning(one.get(i), other.get(i))) {
                return false;
            }
        }
        for (Map.Entry<String, JsonNode> field : one.properties()) {
            JsonNode match = other.get(field.getKey());
            if (match == null || !sameMeaning(field.getValue(), match)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Extra extra && fields.equals(extra.fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    @Override
    public String toString() {
        return fields.isEmpty() ? "" : Json.write(fields);
    }
}
