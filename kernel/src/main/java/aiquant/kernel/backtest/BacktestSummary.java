package aiquant.kernel.backtest;

/// The figures of one run that a sweep ranks by; equal to those of the full report, to the last bit.
///
/// Money in USD, rates as fractions; `profitFactor` is positive infinity when nothing was lost.
///
/// @param fillDigest a number that differs when any fill differs: time, symbol, action, reason, price or size
public record BacktestSummary(
        double finalBalance,
        double totalPnl,
        int totalTrades,
        int totalWins,
        int totalLosses,
        double profitFactor,
        double sharpeRatio,
        double maxDrawdownUsd,
        double maxDrawdownPct,
        double totalFees,
        int totalSignals,
        long fillDigest) {

    public double winRate() {
        return totalTrades == 0 ? 0.0 : (double) totalWins / totalTrades;
    }
}
