package aiquant.kernel.strategy;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
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

    /// The component to take at each level of a path.
    private static final Map<String, int[]> STEPS = new HashMap<>();

    static final StrategyParams DEFAULTS;

    static {
        collect("", new int[0], StrategyParams.class);
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
        for (int step : steps(path)) {
            node = RecordShape.of(node.getClass()).get(node, step);
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
        Object encoded = encode(known(path).type(), value);
        StrategyParams changed = (StrategyParams) replace(params, steps(path), 0, encoded);
        String twin = path.equals(ALIAS) ? ALIASED : path.equals(ALIASED) ? ALIAS : "";
        return twin.isEmpty() ? changed : (StrategyParams) replace(changed, steps(twin), 0, encoded);
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

    private static int[] steps(String path) {
        return Optional.ofNullable(STEPS.get(known(path).path())).orElseThrow();
    }

    private static void collect(String prefix, int[] above, Class<?> record) {
        RecordComponent[] components = RecordShape.of(record).components();
        for (int i = 0; i < components.length; i++) {
            RecordComponent component = components[i];
            int[] steps = Arrays.copyOf(above, above.length + 1);
            steps[above.length] = i;
            String path = prefix + snake(component.getName());
            Leaf leaf = component.getAnnotation(Leaf.class);
            if (leaf != null) {
                STEPS.put(path, steps);
                BY_PATH.put(
                        path,
                        new Parameter(
                                path, component.getType(), leaf.value(), leaf.unit(), leaf.meaning(), BY_PATH.size()));
            } else if (component.getType().isRecord()) {
                collect(path + ".", steps, component.getType());
            }
        }
    }

    private static <T> T defaults(Class<T> record) {
        RecordShape shape = RecordShape.of(record);
        Object[] values = Arrays.stream(shape.components())
                .map(component -> parse(
                        component.getType(), component.getAnnotation(Leaf.class).value()))
                .toArray();
        return record.cast(shape.build(values));
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

    private static Object replace(Object record, int[] steps, int depth, Object value) {
        RecordShape shape = RecordShape.of(record.getClass());
        Object[] values = shape.values(record);
        int at = steps[depth];
        values[at] = depth == steps.length - 1 ? value : replace(values[at], steps, depth + 1, value);
        return shape.build(values);
    }
}
