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
            int pick = (int) Math.floorMod(mixed(seed, number, axis) >>> 1, (long) listed.length);
            values[axis] = listed[space.isActive(axis, values) ? pick : 0];
        }
        return new Trial(number, values);
    }

    /// A well mixed number of a triple. Source: the finaliser of SplitMix64 (Steele, Lea, Flood 2014).
    private static long mixed(long seed, long number, long axis) {
        return mix(mix(mix(seed + 0x9e3779b97f4a7c15L) ^ number) + axis * 0x9e3779b97f4a7c15L);
    }

    private static long mix(long value) {
        long z = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
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
