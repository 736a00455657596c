package aiquant.kernel.sweep;

import aiquant.kernel.market.Symbol;
import aiquant.kernel.strategy.Parameters;
import aiquant.kernel.strategy.Strategies;
import aiquant.kernel.strategy.StrategyParams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/// The axes of a sweep in the order in which they are expanded, over a base configuration.
///
/// Axes without a gate come first, then gated ones, both in the order given. Immutable.
public final class ParameterSpace {
    private final StrategyParams base;
    private final Map<Symbol, StrategyParams> own;
    private final List<Axis> axes;
    private final int[] parents;
    private final double[][] tables;

    /// One base configuration for all symbols.
    public ParameterSpace(List<Axis> axes, StrategyParams base) {
        this(axes, base, Map.of());
    }

    /// A gate on a parameter that is not swept is decided here by the base configuration: it falls away where it holds,
    /// and freezes the axis at its first value where it does not.
    ///
    /// @param own base configurations of single symbols; a trial sets its values in them as well
    /// @throws IllegalArgumentException if two axes set the same parameter
    public ParameterSpace(List<Axis> axes, StrategyParams base, Map<Symbol, StrategyParams> own) {
        this.base = base;
        this.own = Map.copyOf(own);
        List<Axis> ordered = new ArrayList<>();
        Map<String, Axis> swept = new HashMap<>();
        for (Axis axis : axes) {
            if (swept.putIfAbsent(axis.path(), axis) != null) {
                throw new IllegalArgumentException("axis " + axis.path() + " is given twice");
            }
        }
        axes.stream().filter(axis -> axis.gate().isEmpty()).forEach(ordered::add);
        axes.stream()
                .filter(axis -> axis.gate().isPresent())
                .map(axis -> decided(axis, swept))
                .forEach(ordered::add);
        this.axes = List.copyOf(ordered);
        tables = this.axes.stream().map(ParameterSpace::table).toArray(double[][]::new);
        parents = new int[ordered.size()];
        for (int i = 0; i < parents.length; i++) {
            parents[i] = parent(i);
        }
    }

    /// Every value any sampler may give the axis, ascending.
    private static double[] table(Axis axis) {
        double[] table = DoubleStream.concat(Arrays.stream(axis.values()), Arrays.stream(AxisKind.levels(axis)))
                .sorted()
                .distinct()
                .toArray();
        if (table.length > Character.MAX_VALUE) {
            throw new IllegalArgumentException("axis " + axis.path() + " has " + table.length + " values; at most "
                    + (int) Character.MAX_VALUE + " are possible");
        }
        return table;
    }

    private Axis decided(Axis axis, Map<String, Axis> swept) {
        Gate gate = axis.gate().orElseThrow();
        if (swept.containsKey(gate.path())) {
            return axis;
        }
        boolean holds = gate.holds(Parameters.read(base, gate.path()));
        return new Axis(axis.path(), holds ? axis.values() : new double[] {axis.values()[0]}, Optional.empty());
    }

    /// The axis before this one on which it depends, or −1: a gate whose parameter is not in the combination yet lets
    /// the axis vary.
    private int parent(int axis) {
        Optional<Gate> gate = axes.get(axis).gate();
        for (int i = 0; i < axis; i++) {
            if (gate.isPresent() && axes.get(i).path().equals(gate.get().path())) {
                return i;
            }
        }
        return -1;
    }

    /// In expansion order; trials hold their values in the same order.
    public List<Axis> axes() {
        return axes;
    }

    public StrategyParams base() {
        return base;
    }

    /// Whether the axis varies, given the values of the axes before it.
    public boolean isActive(int axis, double[] values) {
        return parents[axis] < 0 || axes.get(axis).gate().orElseThrow().holds(values[parents[axis]]);
    }

    /// How many values the axis takes, given those of the axes before it.
    int width(int axis, double[] values) {
        return isActive(axis, values) ? axes.get(axis).values().length : 1;
    }

    /// The trial with this number and these values, one per axis.
    ///
    /// @throws IllegalArgumentException if an axis never has its value
    public Trial trial(long index, double[] values) {
        return new Trial(index, tables, values);
    }

    /// The trial's configuration.
    public StrategyParams params(Trial trial) {
        return set(base, trial);
    }

    /// The trial's configuration, ready to run.
    ///
    /// @throws IllegalArgumentException if its values contradict each other
    public Strategies strategies(Trial trial) {
        return Strategies.of(params(trial), own(trial), Optional.empty());
    }

    /// What the trial's values make of the configurations of single symbols.
    public Map<Symbol, StrategyParams> own(Trial trial) {
        Map<Symbol, StrategyParams> set = new TreeMap<>();
        own.forEach((symbol, params) -> set.put(symbol, set(params, trial)));
        return set;
    }

    private StrategyParams set(StrategyParams before, Trial trial) {
        StrategyParams params = before;
        for (int i = 0; i < axes.size(); i++) {
            params = params.with(axes.get(i).path(), trial.value(i));
        }
        return params;
    }

    /// The trial's values by path, in alphabetical order.
    public Map<String, Double> overrides(Trial trial) {
        Map<String, Double> overrides = new TreeMap<>();
        for (int i = 0; i < axes.size(); i++) {
            overrides.put(axes.get(i).path(), trial.value(i));
        }
        return overrides;
    }

    /// How many combinations the grid has; `Long.MAX_VALUE` stands for more than can be counted.
    public long size() {
        long[] varying = new long[parents.length];
        long[] frozen = new long[parents.length];
        long all = 1;
        for (int axis = parents.length - 1; axis >= 0; axis--) {
            double[] values = axes.get(axis).values();
            frozen[axis] = below(axis, values[0], varying, frozen);
            for (double value : values) {
                varying[axis] = plus(varying[axis], below(axis, value, varying, frozen));
            }
            all = parents[axis] < 0 ? times(all, varying[axis]) : all;
        }
        return all;
    }

    /// In how many ways the axes that depend on this one go on when it has this value. They all come after it.
    private long below(int axis, double value, long[] varying, long[] frozen) {
        long ways = 1;
        for (int child = axis + 1; child < parents.length; child++) {
            if (parents[child] == axis) {
                boolean holds = axes.get(child).gate().orElseThrow().holds(value);
                ways = times(ways, holds ? varying[child] : frozen[child]);
            }
        }
        return ways;
    }

    private static long plus(long a, long b) {
        return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
    }

    private static long times(long a, long b) {
        return b > Long.MAX_VALUE / a ? Long.MAX_VALUE : a * b;
    }
}
