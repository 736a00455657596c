package aiquant.engine.research;

import aiquant.kernel.sweep.Grid;
import aiquant.kernel.sweep.ParameterSpace;
import aiquant.kernel.sweep.RandomSearch;
import aiquant.kernel.sweep.Sampler;
import aiquant.kernel.sweep.Tpe;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/// How a sweep chooses its trials: the sampler, its batches, how many there will be, and how to take it up again.
///
/// A sampler is added here and in [SweepRequest.Method].
sealed interface SweepPlan {

    /// @throws IllegalArgumentException if every combination is asked for and there are more than can be counted
    static SweepPlan of(SweepRequest.Method method, ParameterSpace space) {
        return switch (method) {
            case SweepRequest.Method.Grid() -> grid(new Grid(space), space.size());
            case SweepRequest.Method.Random(long trials, long seed) -> {
                RandomSearch random = new RandomSearch(space, seed, trials);
                yield new Unlearning(random, random::skip, trials);
            }
            case SweepRequest.Method.Tpe(long trials, int batch, long seed) ->
                new TpePlan(new Tpe(space, seed, trials), trials, batch);
        };
    }

    private static SweepPlan grid(Grid grid, long combinations) {
        if (combinations == Long.MAX_VALUE) {
            throw new IllegalArgumentException("the sweep file has more combinations than can be counted;"
                    + " choose from them with --random or --tpe");
        }
        return new Unlearning(grid, grid::skip, combinations);
    }

    Sampler sampler();

    /// Trials per batch: what a sampler is told at once.
    ///
    /// @param liked how many the runner likes to get; asked only where results do not depend on it
    int batch(int liked);

    /// How many trials there will be in all.
    long trials();

    /// What the sampler has learned.
    byte[] save();

    /// Brings the sampler to where it was after `drawn` trials.
    void restore(long drawn, byte[] saved);

    /// Trials drawn without any result known.
    default long uninformed() {
        return 0;
    }

    /// A sampler that learns nothing: it can be brought anywhere by its count of trials.
    record Unlearning(Sampler sampler, LongConsumer skip, long trials) implements SweepPlan {
        @Override
        public int batch(int liked) {
            return Math.max(1024, liked);
        }

        @Override
        public byte[] save() {
            return new byte[0];
        }

        @Override
        public void restore(long drawn, byte[] saved) {
            skip.accept(drawn);
        }
    }

    record TpePlan(Tpe sampler, long trials, int batch) implements SweepPlan {
        @Override
        public int batch(int liked) {
            return batch;
        }

        @Override
        public byte[] save() {
            List<Tpe.Observation> observations = sampler.observations();
            int axes = observations.isEmpty() ? 0 : observations.getFirst().values().length;
            ByteBuffer bytes = ByteBuffer.allocate(16 + observations.size() * 8 * (axes + 1));
            bytes.putLong(sampler.uninformed()).putInt(observations.size()).putInt(axes);
            for (Tpe.Observation observation : observations) {
                bytes.putDouble(observation.objective());
                for (double value : observation.values()) {
                    bytes.putDouble(value);
                }
            }
            return bytes.array();
        }

        @Override
        public void restore(long drawn, byte[] saved) {
            ByteBuffer bytes = ByteBuffer.wrap(saved);
            long uninformed = bytes.getLong();
            int count = bytes.getInt();
            int axes = bytes.getInt();
            List<Tpe.Observation> observations = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                double objective = bytes.getDouble();
                double[] values = new double[axes];
                for (int axis = 0; axis < axes; axis++) {
                    values[axis] = bytes.getDouble();
                }
                observations.add(new Tpe.Observation(values, objective));
            }
            sampler.restore(drawn, uninformed, observations);
        }

        @Override
        public long uninformed() {
            return sampler.uninformed();
        }
    }
}
