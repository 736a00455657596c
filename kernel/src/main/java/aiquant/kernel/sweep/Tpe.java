package aiquant.kernel.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Tree-structured Parzen estimators, one per axis: draws where good trials are dense and bad ones are not.
///
/// Trials are split into the best tenth and the rest; each draw is the best of 24 candidates from the good density. All
/// trials of a batch are drawn from the same tables. Past a thousand observations five hundred are kept: the best
/// tenth,
/// two hundred and fifty of them at most, and a sample of the rest. Depends on the seed and what it was told only.
/// Source: Bergstra, Bardenet, Bengio, Kégl, Algorithms for Hyper-Parameter Optimization (2011).
public final class Tpe implements Sampler {
    static final int PRUNE_ABOVE = 1000;
    static final int KEEP = 500;

    private static final double GOOD_SHARE = 0.1;
    private static final int CANDIDATES = 24;
    private static final int FEW_TRADES = 20;
    private static final double IMPOSSIBLE = 1e18;
    private static final String FAST = "indicators.ema_fast_window";
    private static final String SLOW = "indicators.ema_slow_window";

    private final ParameterSpace space;
    private final long seed;
    private final long trials;
    private final double[][] levels;
    private final int fast;
    private final int slow;
    private List<Observation> observations = new ArrayList<>();
    private long drawn;
    private long uninformed;

    /// One trial as it is remembered; a lower objective is better.
    public record Observation(double[] values, double objective) {}

    public Tpe(ParameterSpace space, long seed, long trials) {
        this.space = space;
        this.seed = seed;
        this.trials = trials;
        levels = space.axes().stream().map(AxisKind::levels).toArray(double[][]::new);
        fast = axis(FAST);
        slow = axis(SLOW);
    }

    private int axis(String path) {
        for (int i = 0; i < space.axes().size(); i++) {
            if (space.axes().get(i).path().equals(path)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public List<Trial> next(int count) {
        int n = (int) Math.min(count, trials - drawn);
        if (n <= 0) {
            return List.of();
        }
        Preference[] tables = tables();
        List<Trial> batch = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            batch.add(space.trial(drawn, values(tables, drawn)));
            drawn++;
        }
        uninformed += observations.isEmpty() ? n : 0;
        return batch;
    }

    private double[] values(Preference[] tables, long trial) {
        double[] values = new double[levels.length];
        for (int axis = 0; axis < values.length; axis++) {
            values[axis] = space.isActive(axis, values)
                    ? tables[axis].draw(Draws.unit(seed, trial, 2L * axis), Draws.unit(seed, trial, 2L * axis + 1))
                    : space.axes().get(axis).values()[0];
        }
        return values;
    }

    /// Each axis splits its own observations, those where it varied.
    private Preference[] tables() {
        List<Observation> sorted = sorted();
        Preference[] tables = new Preference[levels.length];
        for (int axis = 0; axis < tables.length; axis++) {
            int[] places = places(sorted, axis);
            int good = (int) Math.ceil(GOOD_SHARE * places.length);
            tables[axis] = new Preference(
                    levels[axis],
                    shares(axis, counts(axis, places, 0, good)),
                    shares(axis, counts(axis, places, good, places.length)),
                    CANDIDATES);
        }
        return tables;
    }

    private List<Observation> sorted() {
        List<Observation> sorted = new ArrayList<>(observations);
        sorted.sort(Comparator.comparingDouble(Observation::objective));
        return sorted;
    }

    /// Where among the axis's levels each observation lies, for those where the axis varied.
    private int[] places(List<Observation> sorted, int axis) {
        int[] places = new int[sorted.size()];
        int count = 0;
        for (Observation one : sorted) {
            if (space.isActive(axis, one.values())) {
                places[count++] = place(levels[axis], one.values()[axis]);
            }
        }
        return Arrays.copyOf(places, count);
    }

    private static int place(double[] levels, double value) {
        int found = Arrays.binarySearch(levels, value);
        for (int i = 0; found < 0 && i < levels.length; i++) {
            found = levels[i] == value ? i : found;
        }
        if (found < 0) {
            throw new IllegalArgumentException(value + " is not one of " + Arrays.toString(levels));
        }
        return found;
    }

    private int[] counts(int axis, int[] places, int from, int to) {
        int[] counts = new int[levels[axis].length];
        for (int i = from; i < to; i++) {
            counts[places[i]]++;
        }
        return counts;
    }

    private double[] shares(int axis, int[] counts) {
        if (counts.length == 1) {
            return new double[] {1.0};
        }
        if (AxisKind.of(space.axes().get(axis)) != AxisKind.CATEGORICAL) {
            return Parzen.shares(levels[axis], counts);
        }
        double sum = counts.length + (double) Arrays.stream(counts).sum();
        return Arrays.stream(counts).mapToDouble(count -> (count + 1) / sum).toArray();
    }

    @Override
    public void told(List<Trial> batch, List<Outcome> outcomes) {
        // Before the new ones come, so that the next tables see all of them.
        if (observations.size() > PRUNE_ABOVE) {
            prune();
        }
        for (int i = 0; i < batch.size(); i++) {
            double[] values = batch.get(i).values();
            observations.add(new Observation(values, objective(values, outcomes.get(i))));
        }
    }

    /// What is minimised. Few trades count half; averages in the wrong order are out of the question.
    private double objective(double[] values, Outcome outcome) {
        if (fast >= 0 && slow >= 0 && Math.rint(values[fast]) >= Math.rint(values[slow])) {
            return IMPOSSIBLE;
        }
        double weight = outcome.totalTrades() < FEW_TRADES ? 0.5 : 1.0;
        double objective = -outcome.totalPnl() * weight;
        return Double.isFinite(objective) ? objective : IMPOSSIBLE;
    }

    private void prune() {
        List<Observation> sorted = sorted();
        int good = Math.min(KEEP / 2, (int) Math.ceil(GOOD_SHARE * sorted.size()));
        List<Observation> rest = new ArrayList<>(sorted.subList(good, sorted.size()));
        List<Observation> kept = new ArrayList<>(sorted.subList(0, good));
        for (int i = 0; kept.size() < KEEP; i++) {
            int from = i + (int) Math.floorMod(Draws.bits(~seed, drawn, i) >>> 1, (long) rest.size() - i);
            Observation picked = rest.get(from);
            rest.set(from, rest.get(i));
            kept.add(picked);
        }
        observations = kept;
    }

    /// Trials drawn before any result was known.
    public long uninformed() {
        return uninformed;
    }

    /// What is remembered, for a checkpoint.
    public List<Observation> observations() {
        return List.copyOf(observations);
    }

    /// Goes on where another sampler of the same seed was.
    public void restore(long drawnBefore, long uninformedBefore, List<Observation> remembered) {
        drawn = drawnBefore;
        uninformed = uninformedBefore;
        observations = new ArrayList<>(remembered);
    }
}
