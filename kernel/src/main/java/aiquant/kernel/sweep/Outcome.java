package aiquant.kernel.sweep;

/// What a sampler is told about a trial.
public record Outcome(double totalPnl, int totalTrades) {}
