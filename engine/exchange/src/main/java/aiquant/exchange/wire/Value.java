package aiquant.exchange.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One place of a JSON tree with the way that led to it, so that an error can name it.
public final class Value {
    private static final int MAX_SHOWN = 60;

    private final JsonNode node;
    private final @Nullable Value parent;
    private final @Nullable Fields owner;
    private final String step;

    private Value(JsonNode node, @Nullable Value parent, @Nullable Fields owner, String step) {
        this.node = node;
        this.parent = parent;
        this.owner = owner;
        this.step = step;
    }

    static Value root(JsonNode node) {
        return new Value(node, null, null, "");
    }

    /// The value of a field, whose odd spelling its record has to keep.
    Value field(String name, JsonNode of, Fields keeper) {
        return new Value(of, this, keeper, step.isEmpty() && parent == null ? name : "." + name);
    }

    JsonNode node() {
        return node;
    }

    boolean isObject() {
        return node.isObject();
    }

    boolean isText() {
        return node.isTextual();
    }

    Fields fields() {
        if (!node.isObject()) {
            throw wrong("an object");
        }
        return new Fields(this);
    }

    <T> List<T> list(Function<Value, T> element) {
        List<T> all = new ArrayList<>(node.size());
        for (Value one : elements(0)) {
            all.add(element.apply(one));
        }
        return Collections.unmodifiableList(all);
    }

    /// The elements of a list that has at least so many.
    List<Value> elements(int least) {
        if (!node.isArray()) {
            throw wrong("a list");
        }
        if (node.size() < least) {
            throw wrong("a list of at least " + least);
        }
        List<Value> all = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            all.add(new Value(node.get(i), this, null, "[" + i + "]"));
        }
        return all;
    }

    /// The elements of a list of exactly so many.
    List<Value> tuple(int size) {
        if (!node.isArray() || node.size() != size) {
            throw wrong("a list of " + size);
        }
        return elements(size);
    }

    <T> Map<String, T> map(Function<Value, T> entry) {
        if (!node.isObject()) {
            throw wrong("an object");
        }
        Map<String, T> all = LinkedHashMap.newLinkedHashMap(node.size());
        for (Map.Entry<String, JsonNode> one : node.properties()) {
            all.put(one.getKey(), entry.apply(new Value(one.getValue(), this, null, "." + one.getKey())));
        }
        return Collections.unmodifiableMap(all);
    }

    <T> Optional<T> nullable(Function<Value, T> present) {
        return node.isNull() ? Optional.empty() : Optional.of(present.apply(this));
    }

    String text() {
        if (!node.isTextual()) {
            throw wrong("text");
        }
        return node.textValue();
    }

    boolean flag() {
        if (!node.isBoolean()) {
            throw wrong("true or false");
        }
        return node.booleanValue();
    }

    BigDecimal decimal() {
        BigDecimal value = node.isTextual() ? DecimalText.read(node.textValue()) : null;
        if (value == null) {
            throw wrong("decimal text");
        }
        if (value.signum() == 0 && node.textValue().startsWith("-")) {
            keepSpelling();
        }
        return value;
    }

    long integer() {
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw wrong("an integer");
        }
        return node.longValue();
    }

    int count() {
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < 0) {
            throw wrong("a count");
        }
        return node.intValue();
    }

    /// The 64 bits of an id between 0 and 2^64 - 1.
    long unsigned() {
        if (!node.isIntegralNumber()) {
            throw wrong("an id");
        }
        BigInteger value = node.bigIntegerValue();
        if (value.signum() < 0 || value.bitLength() > 64) {
            throw wrong("an id between 0 and 18446744073709551615");
        }
        return value.longValue();
    }

    WireException wrong(String expected) {
        return new WireException(at(path()) + "expected " + expected + ", got " + shown());
    }

    WireException missing(String name) {
        String path = path();
        return new WireException((path.isEmpty() ? "" : path + ".") + name + ": missing");
    }

    /// From the top, as `levels[0][3].px`; empty for the top itself.
    String path() {
        StringBuilder path = new StringBuilder();
        for (Value at = this; at != null; at = at.parent) {
            path.insert(0, at.step.length() <= MAX_SHOWN ? at.step : at.step.substring(0, MAX_SHOWN) + "…");
        }
        return path.toString();
    }

    private static String at(String path) {
        return path.isEmpty() ? "" : path + ": ";
    }

    private String shown() {
        return switch (node.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> "a list of " + node.size();
            case STRING -> quoted(node.textValue());
            default -> cut(node.toString());
        };
    }

    private static String quoted(String text) {
        return "\"" + cut(text) + "\"";
    }

    private static String cut(String text) {
        return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
    }

    /// The record above keeps the field as it was spelled: a number cannot say "-0.0".
    private void keepSpelling() {
        for (Value at = this; at != null; at = at.parent) {
            if (at.owner != null) {
                at.owner.keep(at.step.startsWith(".") ? at.step.substring(1) : at.step, at.node);
                return;
            }
        }
    }
}
