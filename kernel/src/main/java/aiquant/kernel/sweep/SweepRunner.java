package aiquant.kernel.sweep;

import aiquant.kernel.backtest.BacktestData;
import aiquant.kernel.strategy.Strategies;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Evaluates batches of configurations: on the processor's cores, on graphics cards, or elsewhere, with equal results.
///
/// Not thread-safe; to be closed.
public interface SweepRunner extends AutoCloseable {

    /// What all trials of a sweep share.
    record Sweep(BacktestData data, ParameterSpace space) {

        /// A trial's configuration, ready to run.
        ///
        /// @throws IllegalArgumentException if its values contradict each other
        public Strategies strategies(Trial trial) {
            try {
                return space.strategies(trial);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "combination " + trial.index() + " of the sweep cannot run: " + e.getMessage()
                                + "; its values are " + space.overrides(trial),
                        e);
            }
        }
    }

    /// Evaluates a batch.
    ///
    /// @param isCancelled asked between trials, or several times a second
    /// @return the results in the order of the trials; empty when it was cancelled before all were done
    /// @throws IllegalArgumentException if a trial's parameters contradict each other
    /// @throws ResultsDiffer            if results turn out to be wrong
    Optional<List<TrialResult>> evaluate(List<Trial> trials, BooleanSupplier isCancelled);

    /// How many trials it likes to get at once.
    default int batch() {
        return 256;
    }

    /// Says which trials come after those that are evaluated now, so that they can be made ready meanwhile. May be
    /// called while a batch is evaluated.
    default void announce(List<Trial> trials) {}

    /// Asked before results are published: returns once they have been proved as far as this runner has to.
    ///
    /// @param best results of this sweep, best first, those from before a resume included
    /// @throws ResultsDiffer if results turn out to be wrong
    default void confirm(List<TrialResult> best) {}

    /// How many trials were evaluated so far, also within a running batch. May be called from any thread.
    long evaluated();

    /// Indicator series computed so far, repetitions included.
    default long seriesComputed() {
        return 0;
    }

    /// What a person should know about the run so far, one line each.
    default List<String> notices() {
        return List.of();
    }

    @Override
    void close();
}
