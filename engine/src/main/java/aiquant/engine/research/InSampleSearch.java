package aiquant.engine.research;

import aiquant.kernel.backtest.BacktestInput;

/// Tries many settings on one training window.
@FunctionalInterface
public interface InSampleSearch {

    /// Every trial goes into the tally; may end early when the walk-forward is stopped.
    ///
    /// @param training ends with the training window: it holds no later bar
    void search(BacktestInput training, TrialTally tally);
}
