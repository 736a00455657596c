package aiquant.config;

import aiquant.kernel.strategy.Parameters;
import aiquant.kernel.strategy.Parameters.Parameter;
import aiquant.kernel.sweep.Axis;
import aiquant.kernel.sweep.Gate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The sweep specification: `lookback`, and `axes` with `path`, `values` and perhaps a `gate`.
///
/// `initial_balance` is read for its form only; the command line says what a sweep starts with.
public final class SweepFile {
    private static final Set<String> KEYS = Set.of("initial_balance", "lookback", "axes");
    private static final List<String> AXIS_KEYS = List.of("path", "values", "gate");
    private static final List<String> GATE_KEYS = List.of("path", "eq");
    private static final String ALIAS = "indicators.ave_avg_atr_window";
    private static final String ALIASED = "thresholds.entry.ave_avg_atr_window";

    private SweepFile() {}

    /// @throws ConfigError if the file cannot be read, or a key, path or value is not as it must be
    public static SweepSpec load(Path file) {
        return spec(ConfigTree.read(file));
    }

    /// For text that is not in a file; `name` stands in for the file in messages.
    ///
    /// @throws ConfigError as [#load]
    public static SweepSpec parse(String name, String text) {
        return spec(ConfigTree.parse(name, text));
    }

    private static SweepSpec spec(ConfigTree.Mapping root) {
        known(root, List.copyOf(KEYS).stream().sorted().toList(), "");
        root.value("initial_balance").ifPresent(node -> ScalarReader.number(node, "initial_balance"));
        int lookback =
                root.value("lookback").map(node -> positive(node, "lookback")).orElse(SweepSpec.DEFAULT_LOOKBACK);
        ConfigTree node = root.value("axes")
                .orElseThrow(() -> new ConfigError(root.place(), "axes is missing: a list of what to vary"));
        List<Axis> axes = new ArrayList<>();
        List<Place> places = new ArrayList<>();
        Map<String, Place> seen = new HashMap<>();
        for (ConfigTree item : list(node, "axes")) {
            Axis axis = axis(RecordBinder.mapping(item, "an axis"));
            refuseTwice(axis.path(), item.place(), seen);
            axes.add(axis);
            places.add(item.place());
        }
        if (axes.isEmpty()) {
            throw new ConfigError(node.place(), "axes is empty; a sweep needs at least one axis");
        }
        return new SweepSpec(lookback, axes, places);
    }

    private static Axis axis(ConfigTree.Mapping tree) {
        known(tree, AXIS_KEYS, "an axis");
        String path = path(tree, "an axis");
        ConfigTree node = tree.value("values")
                .orElseThrow(() -> new ConfigError(tree.place(), path + " has no values; write values: [a, b, c]"));
        List<? extends ConfigTree> items = list(node, "values of " + path);
        if (items.isEmpty()) {
            throw new ConfigError(node.place(), "values of " + path + " is an empty list");
        }
        double[] values = new double[items.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = number(items.get(i), "a value of " + path);
        }
        return new Axis(path, values, tree.value("gate").map(gate -> gate(gate, path)));
    }

    private static Gate gate(ConfigTree node, String axis) {
        String where = "the gate of " + axis;
        ConfigTree.Mapping tree = RecordBinder.mapping(node, where);
        known(tree, GATE_KEYS, where);
        String path = path(tree, where);
        if (path.equals(axis)) {
            throw new ConfigError(tree.place(), where + " names the axis itself");
        }
        ConfigTree eq = tree.value("eq")
                .orElseThrow(() -> new ConfigError(tree.place(), where + " has no eq, the value that opens it"));
        return new Gate(path, number(eq, "eq in " + where));
    }

    private static String path(ConfigTree.Mapping tree, String where) {
        ConfigTree node = tree.value("path")
                .orElseThrow(() -> new ConfigError(tree.place(), where + " has no path, such as trade.sl_atr_mult"));
        String path = (String) ScalarReader.read(String.class, node, "path");
        Optional<Parameter> parameter = Parameters.find(path);
        if (parameter.isEmpty()) {
            List<String> all = Parameters.all().stream().map(Parameter::path).toList();
            String question = Nearest.to(path, all)
                    .map(word -> "; did you mean " + word + "? ")
                    .orElse(". ");
            throw new ConfigError(
                    node.place(),
                    "no sweepable parameter '" + path + "'" + question
                            + "Sweepable are the values of trade, indicators, filters, market_regime and thresholds");
        }
        return path;
    }

    private static void refuseTwice(String path, Place place, Map<String, Place> seen) {
        String same = path.equals(ALIAS) ? ALIASED : path;
        Place earlier = seen.putIfAbsent(same, place);
        if (earlier != null) {
            throw new ConfigError(place, "axis " + path + " is varied in line " + earlier.line() + " already");
        }
    }

    private static double number(ConfigTree node, String where) {
        if (node instanceof ConfigTree.Scalar scalar && CoreSchema.kind(scalar) == CoreSchema.Kind.TRUTH) {
            throw new ConfigError(node.place(), where + " must be a number: 1 for true, 0 for false");
        }
        return ScalarReader.number(node, where);
    }

    private static int positive(ConfigTree node, String where) {
        int count = (Integer) ScalarReader.read(int.class, node, where);
        if (count < 1) {
            throw new ConfigError(node.place(), where + " must be at least 1: " + count);
        }
        return count;
    }

    private static List<ConfigTree> list(ConfigTree node, String where) {
        if (node instanceof ConfigTree.Sequence sequence) {
            return sequence.items();
        }
        throw new ConfigError(node.place(), where + " must be a list, not " + node.describe());
    }

    private static void known(ConfigTree.Mapping tree, List<String> keys, String where) {
        tree.entries().forEach((key, entry) -> {
            if (!keys.contains(key)) {
                String parent = where.isEmpty() ? "" : " in " + where;
                throw new ConfigError(
                        entry.key(), "unknown key '" + key + "'" + parent + Nearest.hint(key, "keys", keys));
            }
        });
    }
}
