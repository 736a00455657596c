package aiquant.config;

import aiquant.kernel.strategy.CompiledStrategy;
import aiquant.kernel.strategy.StrategyParams;
import aiquant.kernel.sweep.Axis;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/// What a sweep varies, as its file says it.
///
/// @param lookback bars before the first signal
/// @param axes     in the order of the file
/// @param places   where each axis stands in it
public record SweepSpec(int lookback, List<Axis> axes, List<Place> places) {
    static final int DEFAULT_LOOKBACK = 200;

    private static final String LOWEST = "trade.vol_scalar_min";
    private static final String HIGHEST = "trade.vol_scalar_max";
    private static final String STOCHASTIC = "filters.use_stoch_rsi_filter";

    public SweepSpec {
        axes = List.copyOf(axes);
        places = List.copyOf(places);
    }

    /// Axes that stand in no file.
    public SweepSpec(int lookback, List<Axis> axes) {
        this(lookback, axes, Collections.nCopies(axes.size(), Place.whole("the sweep")));
    }

    /// Refuses what no run could be carried through with, before the first one starts.
    ///
    /// @throws ConfigError at the axis with a value that cannot run over this configuration
    public void check(StrategyParams base) {
        StrategyParams hardest = base;
        for (Axis axis : axes) {
            hardest = isPairedWithAnother(axis.path()) ? hardest.with(axis.path(), hardest(axis)) : hardest;
        }
        for (int i = 0; i < axes.size(); i++) {
            if (isPairedWithAnother(axes.get(i).path())) {
                compile(i, hardest(axes.get(i)), hardest);
            }
        }
        for (int i = 0; i < axes.size(); i++) {
            for (double value : axes.get(i).values()) {
                if (!isPairedWithAnother(axes.get(i).path())) {
                    compile(i, value, hardest.with(axes.get(i).path(), value));
                }
            }
        }
    }

    /// Whether a rule compares this value with another one.
    private static boolean isPairedWithAnother(String path) {
        return path.equals(LOWEST) || path.equals(HIGHEST) || path.equals(STOCHASTIC);
    }

    /// The value that leaves the other one the least room.
    private static double hardest(Axis axis) {
        return axis.path().equals(HIGHEST)
                ? Arrays.stream(axis.values()).min().getAsDouble()
                : Arrays.stream(axis.values()).max().getAsDouble();
    }

    private void compile(int axis, double value, StrategyParams params) {
        try {
            CompiledStrategy.of(params);
        } catch (IllegalArgumentException e) {
            throw new ConfigError(
                    places.get(axis),
                    "with " + axes.get(axis).path() + " at " + value + " no run is possible: " + e.getMessage(),
                    e);
        }
    }
}
