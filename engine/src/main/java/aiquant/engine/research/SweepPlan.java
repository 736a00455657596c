package aiquant.engine.research;

import aiquant.kernel.sweep.Grid;
import aiquant.kernel.sweep.ParameterSpace;
import aiquant.kernel.sweep.RandomSearch;
import aiquant.kernel.sweep.Sampler;

/// How a sweep chooses its trials: the sampler, its batches, how many there will be, and how to take it up again.
///
/// A sampler is added here and in [SweepRequest.Method].
sealed interface SweepPlan {

    static SweepPlan of(SweepRequest.Method method, ParameterSpace space) {
        return switch (method) {
            case SweepRequest.Method.Grid() -> new GridPlan(new Grid(space), space.size());
            case SweepRequest.Method.Random(long trials, long seed) ->
                new RandomPlan(new RandomSearch(space, seed, trials), trials);
            case SweepRequest.Method.Tpe tpe -> throw new IllegalArgumentException("no TPE yet: " + tpe);
        };
    }

    Sampler sampler();

    /// Trials per batch: what a sampler is told at once.
    int batch();

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

    record GridPlan(Grid sampler, long trials) implements SweepPlan {
        @Override
        public int batch() {
            return 1024;
        }

        @Override
        public byte[] save() {
            return new byte[0];
        }

        @Override
        public void restore(long drawn, byte[] saved) {
            sampler.skip(drawn);
        }
    }

    record RandomPlan(RandomSearch sampler, long trials) implements SweepPlan {
        @Override
        public int batch() {
            return 1024;
        }

        @Override
        public byte[] save() {
            return new byte[0];
        }

        @Override
        public void restore(long drawn, byte[] saved) {
            sampler.skip(drawn);
        }
    }
}
