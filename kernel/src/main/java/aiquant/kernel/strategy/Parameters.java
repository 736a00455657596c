package aiquant.kernel.strategy;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The table of all sweepable values, read off the parameter records: path, type, default, unit and meaning.
///
/// A value is added by adding a component with a [Leaf] to its record; files, sweeps and screens then know it.
public final class Parameters {

    /// One sweepable value. `type` is `double`, `int`, `boolean`, [Confidence] or [MacdMode]; `slot` is its position in
    /// document order.
    public record Parameter(String path, Class<?> type, String defaultText, String unit, String meaning, int slot) {

        /// The last word of the path: the key in the file.
        public String key() {
            return path.substring(path.lastIndexOf('.') + 1);
        }
    }

    private static final String ALIAS = "indicators.ave_avg_atr_window";
    private static final String ALIASED = "thresholds.entry.ave_avg_atr_window";

    private static final Map<String, Parameter> BY_PATH = new LinkedHashMap<>();

    static final StrategyParams DEFAULTS;

    static {
        collect("", StrategyParams.class);
        DEFAULTS = new StrategyParams(
                defaults(Trade.class),
                defaults(Indicators.class),
                defaults(Filters.class),
                defaults(MarketRegime.class),
                new Thresholds(
                        defaults(EntryThresholds.class),
                        defaults(RangingThresholds.class),
                        defaults(AnomalyThresholds.class),
                        defaults(MomentumThresholds.class),
                        defaults(StochRsiThresholds.class)),
                EngineSettings.DEFAULTS,
                RuntimeSettings.DEFAULTS,
                Pipeline.DEFAULTS);
    }

    private Parameters() {}

    /// All sweepable values in document order.
    public static List<Parameter> all() {
        return List.copyOf(BY_PATH.values());
    }

    public static Optional<Parameter> find(String path) {
        return Optional.ofNullable(BY_PATH.get(path));
    }

    /// The value at `path` in the sweep's encoding.
    ///
    /// @throws IllegalArgumentException if no sweepable value has this path
    public static double read(StrategyParams params, String path) {
        Object node = params;
        for (String key : known(path).path().split("\\.")) {
            node = component(node, camel(key));
        }
        return switch (node) {
            case Double number -> number;
            case Integer number -> number;
            case Boolean flag -> flag ? 1.0 : 0.0;
            case Confidence confidence -> confidence.code();
            case MacdMode mode -> mode.code();
            default -> throw new IllegalStateException("not a sweepable type: " + node.getClass());
        };
    }

    static StrategyParams with(StrategyParams params, String path, double value) {
        Parameter parameter = known(path);
        StrategyParams changed =
                (StrategyParams) replace(params, path.split("\\."), 0, encode(parameter.type(), value));
        String twin = path.equals(ALIAS) ? ALIASED : path.equals(ALIASED) ? ALIAS : "";
        return twin.isEmpty()
                ? changed
                : (StrategyParams) replace(changed, twin.split("\\."), 0, encode(parameter.type(), value));
    }

    /// `slAtrMult` for `sl_atr_mult`.
    public static String camel(String key) {
        StringBuilder name = new StringBuilder();
        for (String word : key.split("_")) {
            name.append(name.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return name.toString();
    }

    /// `sl_atr_mult` for `slAtrMult`.
    public static String snake(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private static Parameter known(String path) {
        return find(path).orElseThrow(() -> new IllegalArgumentException("no sweepable parameter '" + path + "'"));
    }

    private static void collect(String prefix, Class<?> record) {
        for (RecordComponent component : record.getRecordComponents()) {
            String path = prefix + snake(component.getName());
            Leaf leaf = component.getAnnotation(Leaf.class);
            if (leaf != null) {
                BY_PATH.put(
                        path,
                        new Parameter(
                                path, component.getType(), leaf.value(), leaf.unit(), leaf.meaning(), BY_PATH.size()));
            } else if (component.getType().isRecord()) {
                collect(path + ".", component.getType());
            }
        }
    }

    private static <T> T defaults(Class<T> record) {
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : record.getRecordComponents()) {
            values.add(parse(
                    component.getType(), component.getAnnotation(Leaf.class).value()));
        }
        return record.cast(construct(record, values));
    }

    private static Object parse(Class<?> type, String text) {
        if (type == double.class) {
            return Double.valueOf(text);
        }
        if (type == int.class) {
            return Integer.valueOf(text);
        }
        if (type == boolean.class) {
            return Boolean.valueOf(text);
        }
        String name = text.toUpperCase(Locale.ROOT);
        return type == Confidence.class ? Confidence.valueOf(name) : MacdMode.valueOf(name);
    }

    private static Object encode(Class<?> type, double value) {
        if (type == double.class) {
            return value;
        }
        if (type == int.class) {
            return Math.max(0, (int) value);
        }
        if (type == boolean.class) {
            return value != 0.0;
        }
        return type == Confidence.class ? Confidence.of((int) value) : MacdMode.of((int) value);
    }

    private static Object replace(Object record, String[] keys, int depth, Object value) {
        String name = camel(keys[depth]);
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object old = component(record, component.getName());
            boolean hit = component.getName().equals(name);
            values.add(!hit ? old : depth == keys.length - 1 ? value : replace(old, keys, depth + 1, value));
        }
        return construct(record.getClass(), values);
    }

    private static Object component(Object record, String name) {
        try {
            return record.getClass().getMethod(name).invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + name + " of " + record.getClass(), e);
        }
    }

    private static Object construct(Class<?> record, List<Object> values) {
        try {
            Constructor<?> canonical = record.getDeclaredConstructors()[0];
            return canonical.newInstance(values.toArray());
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("cannot build " + record, e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot build " + record, e);
        }
    }
}
