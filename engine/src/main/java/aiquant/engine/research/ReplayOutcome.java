package aiquant.engine.research;

import aiquant.kernel.backtest.BacktestInput;
import aiquant.kernel.backtest.BacktestResult;
import java.util.List;

/// A finished replay: what it ran on, what came of it, and what a reader should be told.
///
/// @param notices one line each: what was ignored, skipped or assumed
public record ReplayOutcome(BacktestInput input, BacktestResult result, RunFacts facts, List<String> notices) {

    public ReplayOutcome {
        notices = List.copyOf(notices);
    }
}
