package aiquant.sidecar.wire;

import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The parameters of a request, read with the names of what is wrong.
///
/// A parameter that is absent or null has its default. All methods throw [WireFormatException] for anything else.
public record Params(JsonNode object) {

    private static final int MAX_SYMBOLS = 5_000;
    private static final int MAX_TEXT = 200;

    public Params {
        if (!object.isObject() && !object.isNull() && !object.isMissingNode()) {
            throw new WireFormatException("params must be an object");
        }
    }

    public Optional<String> text(String name) {
        return found(name).map(value -> {
            if (!value.isTextual() || value.textValue().length() > MAX_TEXT) {
                throw wrong(name, "text of at most " + MAX_TEXT + " characters");
            }
            return value.textValue();
        });
    }

    public String requiredText(String name) {
        return text(name)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new WireFormatException(name + " is missing"));
    }

    public long integer(String name, long otherwise) {
        return found(name)
                .map(value -> {
                    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
                        throw wrong(name, "an integer");
                    }
                    return value.longValue();
                })
                .orElse(otherwise);
    }

    public long requiredInteger(String name) {
        if (found(name).isEmpty()) {
            throw new WireFormatException(name + " is missing");
        }
        return integer(name, 0);
    }

    /// An integer moved into its bounds.
    public int bounded(String name, int otherwise, int min, int max) {
        return Math.clamp(integer(name, otherwise), min, max);
    }

    /// A number of seconds as milliseconds; empty where there is no limit.
    public Optional<Long> secondsAsMs(String name) {
        return found(name).map(value -> {
            if (!value.isNumber() || !Double.isFinite(value.doubleValue()) || value.doubleValue() < 0) {
                throw wrong(name, "a number of seconds");
            }
            return (long) Math.min(value.doubleValue() * 1_000, Long.MAX_VALUE / 2.0);
        });
    }

    /// Symbols in their exact case, each once, in the order given.
    public List<Symbol> symbols() {
        Optional<JsonNode> list = found("symbols");
        if (list.isEmpty()) {
            return List.of();
        }
        if (!list.get().isArray() || list.get().size() > MAX_SYMBOLS) {
            throw wrong("symbols", "a list of at most " + MAX_SYMBOLS);
        }
        List<Symbol> symbols = new ArrayList<>();
        for (JsonNode name : list.get()) {
            if (!name.isTextual() || name.textValue().length() > MAX_TEXT) {
                throw wrong("symbols", "a list of names");
            }
            symbols.add(symbol(name.textValue()));
        }
        return symbols.stream().distinct().toList();
    }

    public Symbol requiredSymbol() {
        return symbol(requiredText("symbol"));
    }

    private static Symbol symbol(String name) {
        try {
            return new Symbol(name.strip());
        } catch (IllegalArgumentException e) {
            throw new WireFormatException(String.valueOf(e.getMessage()));
        }
    }

    /// The interval in its usual spelling or a common other one: ` 1HR` is `1h`.
    public Optional<Interval> interval() {
        return text("interval").filter(text -> !text.isBlank()).map(text -> {
            String plain = text.strip().toLowerCase(Locale.ROOT);
            try {
                return Interval.of(plain.endsWith("hr") ? plain.substring(0, plain.length() - 1) : plain);
            } catch (IllegalArgumentException e) {
                throw new WireFormatException(String.valueOf(e.getMessage()));
            }
        });
    }

    public Interval requiredInterval() {
        return interval().orElseThrow(() -> new WireFormatException("interval is missing"));
    }

    private Optional<JsonNode> found(String name) {
        return Optional.ofNullable(object.get(name)).filter(value -> !value.isNull());
    }

    private static WireFormatException wrong(String name, String expected) {
        return new WireFormatException(name + " must be " + expected);
    }
}
