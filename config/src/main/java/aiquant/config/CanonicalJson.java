package aiquant.config;

import static java.util.stream.Collectors.joining;

import aiquant.kernel.strategy.Behaviour;
import aiquant.kernel.strategy.Parameters;
import aiquant.kernel.strategy.Pipeline;
import aiquant.kernel.strategy.StrategyParams;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The one way to write parameters as JSON, so that equal parameters give equal bytes.
///
/// No spaces; sections in document order, keys inside them alphabetical; numbers as short as they read back, floats
/// with
/// a point or an exponent. A profile names all eight behaviour groups, also those it leaves alone.
final class CanonicalJson {

    private CanonicalJson() {}

    static String of(StrategyParams params) {
        return Arrays.stream(StrategyParams.class.getRecordComponents())
                .map(section -> member(Parameters.snake(section.getName()), read(params, section)))
                .collect(joining(",", "{", "}"));
    }

    private static String value(Object value) {
        return switch (value) {
            case Pipeline.Profile profile -> object(members(allGroups(profile)));
            case Record record -> object(members(record));
            case Map<?, ?> map -> object(map);
            case List<?> list -> list.stream().map(CanonicalJson::value).collect(joining(",", "[", "]"));
            case Double number -> number(number);
            case Enum<?> choice -> text(choice.name().toLowerCase(Locale.ROOT));
            case String string -> text(string);
            default -> value.toString();
        };
    }

    private static String object(Map<?, ?> members) {
        Map<String, Object> sorted = new TreeMap<>();
        members.forEach((key, value) -> sorted.put(String.valueOf(key), value));
        return sorted.entrySet().stream()
                .map(entry -> member(entry.getKey(), entry.getValue()))
                .collect(joining(",", "{", "}"));
    }

    private static String member(String key, Object value) {
        return text(key) + ":" + value(value);
    }

    private static Map<String, Object> members(Record record) {
        Map<String, Object> members = new TreeMap<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            members.put(Parameters.snake(component.getName()), read(record, component));
        }
        return members;
    }

    private static Pipeline.Profile allGroups(Pipeline.Profile profile) {
        Map<String, Pipeline.Behaviours> groups = new TreeMap<>(profile.behaviours());
        Stream.of(Behaviour.Group.values())
                .forEach(group ->
                        groups.putIfAbsent(group.key(), new Pipeline.Behaviours(List.of(), List.of(), List.of())));
        return new Pipeline.Profile(
                profile.ranker(), profile.stageOrder(), profile.enabledStages(), profile.disabledStages(), groups);
    }

    private static String text(String text) {
        return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
    }

    /// Shortest digits, as a plain decimal from 1e-5 up to 1e16, outside with an exponent: `10000.0`, `0.003`, `1e16`.
    static String number(double number) {
        if (number == 0) {
            return 1 / number < 0 ? "-0.0" : "0.0";
        }
        BigDecimal shortest = new BigDecimal(Double.toString(Math.abs(number))).stripTrailingZeros();
        String digits = shortest.unscaledValue().toString();
        int point = digits.length() - shortest.scale();
        return (number < 0 ? "-" : "") + unsigned(digits, point);
    }

    /// `point` says after how many of the digits the decimal point stands.
    private static String unsigned(String digits, int point) {
        int length = digits.length();
        if (point > 16 || point <= -5) {
            String fraction = length == 1 ? "" : "." + digits.substring(1);
            return digits.charAt(0) + fraction + "e" + (point - 1);
        }
        if (point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        return length > point
                ? digits.substring(0, point) + "." + digits.substring(point)
                : digits + "0".repeat(point - length) + ".0";
    }

    private static Object read(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }
}
