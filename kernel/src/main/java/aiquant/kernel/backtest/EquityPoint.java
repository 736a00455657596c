package aiquant.kernel.backtest;

/// Realised balance after one main bar; open profit is not in it.
public record EquityPoint(long timeMs, double value) {}
