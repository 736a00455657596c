package aiquant.kernel.sweep;

import aiquant.kernel.backtest.BacktestSummary;

/// A trial and its figures.
public record TrialResult(Trial trial, BacktestSummary summary) {

    public Outcome outcome() {
        return new Outcome(summary.totalPnl(), summary.totalTrades());
    }
}
