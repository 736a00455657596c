package aiquant.exchange.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The fields of one object while a record takes them; what nobody took ends in its [Extra].
final class Fields {
    private final Value object;
    private final Set<String> taken = new HashSet<>();
    private final Map<String, Fields> inside = new HashMap<>();
    private final ObjectNode kept = JsonNodeFactory.instance.objectNode();

    Fields(Value object) {
        this.object = object;
    }

    boolean has(String name) {
        return object.node().has(name);
    }

    /// The value of a field that must be there.
    Value required(String name) {
        JsonNode node = object.node().get(name);
        if (node == null) {
            throw object.missing(name);
        }
        taken.add(name);
        return object.field(name, node, this);
    }

    /// The value of a field that may be absent or null; a null is kept apart in [Extra].
    Optional<Value> optional(String name) {
        JsonNode node = object.node().get(name);
        if (node == null) {
            return Optional.empty();
        }
        taken.add(name);
        if (node.isNull()) {
            kept.set(name, node);
            return Optional.empty();
        }
        return Optional.of(object.field(name, node, this));
    }

    <T> Optional<T> optional(String name, Function<Value, T> reader) {
        return optional(name).map(reader);
    }

    /// A field that must be there but may be null.
    <T> Optional<T> nullable(String name, Function<Value, T> reader) {
        if (!has(name)) {
            throw object.missing(name);
        }
        return optional(name, reader);
    }

    /// A field that had to be there only `since` some change of the protocol.
    <T> Optional<T> optionalUnless(boolean mustBeThere, String name, Function<Value, T> reader) {
        return mustBeThere ? Optional.of(reader.apply(required(name))) : optional(name, reader);
    }

    String text(String name) {
        return required(name).text();
    }

    BigDecimal decimal(String name) {
        return required(name).decimal();
    }

    long integer(String name) {
        return required(name).integer();
    }

    int count(String name) {
        return required(name).count();
    }

    long unsigned(String name) {
        return required(name).unsigned();
    }

    boolean flag(String name) {
        return required(name).flag();
    }

    Side side(String name) {
        return new Side(text(name));
    }

    <T> List<T> list(String name, Function<Value, T> element) {
        return required(name).list(element);
    }

    /// The fields of an object whose only purpose is to hold them; its leftovers end in this record's [Extra].
    Fields inside(String name) {
        Fields fields = required(name).fields();
        inside.put(name, fields);
        return fields;
    }

    WireException wrong(String expected) {
        return object.wrong(expected);
    }

    void keep(String name, JsonNode spelled) {
        kept.set(name, spelled);
    }

    /// Everything that was not taken, explicit nulls and odd spellings. The last call of a reader.
    Extra extra() {
        if (taken.size() < object.node().size()) {
            for (Map.Entry<String, JsonNode> one : object.node().properties()) {
                if (!taken.contains(one.getKey())) {
                    kept.set(one.getKey(), one.getValue());
                }
            }
        }
        inside.forEach((name, fields) -> {
            Extra extra = fields.extra();
            if (!extra.isEmpty()) {
                kept.set(name, extra.fields());
            }
        });
        return kept.isEmpty() ? Extra.NONE : new Extra(kept);
    }
}
