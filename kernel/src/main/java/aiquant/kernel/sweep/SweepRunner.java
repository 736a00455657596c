package aiquant.kernel.sweep;

import aiquant.kernel.backtest.BacktestData;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Evaluates batches of configurations: on the processor's cores, on a graphics card, or elsewhere, with equal results.
///
/// Not thread-safe; to be closed.
public interface SweepRunner extends AutoCloseable {

    /// What all trials of a sweep share.
    record Sweep(BacktestData data, ParameterSpace space) {}

    /// Evaluates a batch.
    ///
    /// @param isCancelled asked between trials
    /// @return the results in the order of the trials; empty when it was cancelled before all were done
    /// @throws IllegalArgumentException if a trial's parameters contradict each other
    Optional<List<TrialResult>> evaluate(List<Trial> trials, BooleanSupplier isCancelled);

    /// How many trials were evaluated so far, also within a running batch. May be called from any thread.
    long evaluated();

    @Override
    void close();
}
