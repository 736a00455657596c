package aiquant.kernel.sweep;

import java.util.ArrayList;
import java.util.List;

/// Independent draws from the listed values, all equally likely. A trial depends on the seed and its number only.
public final class RandomSearch implements Sampler {
    private final ParameterSpace space;
    private final long seed;
    private final long trials;
    private long index;

    public RandomSearch(ParameterSpace space, long seed, long trials) {
        this.space = space;
        this.seed = seed;
        this.trials = trials;
    }

    @Override
    public List<Trial> next(int count) {
        List<Trial> drawn = new ArrayList<>();
        for (int i = 0; i < count && index < trials; i++) {
            drawn.add(trial(index++));
        }
        return drawn;
    }

    /// The trial with this number.
    public Trial trial(long number) {
        List<Axis> axes = space.axes();
        double[] values = new double[axes.size()];
        for (int axis = 0; axis < values.length; axis++) {
            double[] listed = axes.get(axis).values();
            int pick = (int) Math.floorMod(Draws.bits(seed, number, axis) >>> 1, (long) listed.length);
            values[axis] = listed[space.isActive(axis, values) ? pick : 0];
        }
        return space.trial(number, values);
    }

    /// Goes on after the first `count` trials.
    public void skip(long count) {
        index = count;
    }

    @Override
    public void told(List<Trial> drawn, List<Outcome> outcomes) {
        // Chance does not learn.
    }
}
