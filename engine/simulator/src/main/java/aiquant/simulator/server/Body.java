package aiquant.simulator.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// Reads a request's fields strictly: a wrong type is a [BadRequest] that names the field.
record Body(JsonNode node) {
    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]{0,17})(\\.[0-9]{1,18})?");
    private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-fA-F]{40}");

    Body {
        if (!node.isObject()) {
            throw new BadRequest("expected an object, got " + node);
        }
    }

    private JsonNode required(String name) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            throw new BadRequest("missing field `" + name + "`");
        }
        return value;
    }

    boolean has(String name) {
        return node.hasNonNull(name);
    }

    Body inside(String name) {
        return new Body(required(name));
    }

    List<Body> list(String name) {
        JsonNode value = required(name);
        if (!value.isArray()) {
            throw new BadRequest(name + " must be a list");
        }
        List<Body> list = new ArrayList<>(value.size());
        value.forEach(one -> list.add(new Body(one)));
        return list;
    }

    String text(String name) {
        JsonNode value = required(name);
        if (!value.isTextual()) {
            throw new BadRequest(name + " must be text: " + value);
        }
        return value.textValue();
    }

    Optional<String> textIfAny(String name) {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    String address(String name) {
        String text = text(name);
        if (!ADDRESS.matcher(text).matches()) {
            throw new BadRequest(name + " must be an address: " + text);
        }
        return text.toLowerCase(Locale.ROOT);
    }

    /// A decimal as the wire has it: text, never a number.
    BigDecimal decimal(String name) {
        String text = text(name);
        if (!DECIMAL.matcher(text).matches()) {
            throw new BadRequest(name + " must be a decimal: " + text);
        }
        return new BigDecimal(text);
    }

    boolean flag(String name) {
        JsonNode value = required(name);
        if (!value.isBoolean()) {
            throw new BadRequest(name + " must be true or false: " + value);
        }
        return value.booleanValue();
    }

    boolean flagIfAny(String name) {
        return has(name) && flag(name);
    }

    /// Not negative.
    long number(String name) {
        long value = signed(name);
        if (value < 0) {
            throw new BadRequest(name + " must not be negative: " + value);
        }
        return value;
    }

    long signed(String name) {
        JsonNode value = required(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new BadRequest(name + " must be a whole number: " + value);
        }
        return value.longValue();
    }

    OptionalLong numberIfAny(String name) {
        return has(name) ? OptionalLong.of(number(name)) : OptionalLong.empty();
    }
}
