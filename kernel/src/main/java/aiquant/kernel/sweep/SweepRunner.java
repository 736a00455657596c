package aiquant.kernel.sweep;

import aiquant.kernel.backtest.BacktestData;
import aiquant.kernel.backtest.BacktestSummary;
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
    /// @return one entry per trial in their order; empty entries where it was cancelled first
    /// @throws IllegalArgumentException if a trial's parameters contradict each other
    List<Optional<BacktestSummary>> evaluate(List<Trial> trials, BooleanSupplier isCancelled);

    /// How many trials were evaluated so far, also within a running batch. May be called from any thread.
    long evaluated();

    @Override
    void close();
}
