package aiquant.kernel.backtest;

import aiquant.kernel.market.Symbol;
import java.util.List;

/// What one replay earned and how. Rates and percentages are fractions, money is USD.
///
/// Profit and loss of the groups exclude fees; `totalPnl` includes fees and funding.
///
/// @param profitFactor   positive infinity when nothing was lost
/// @param maxDrawdownPct of realised balance, as a fraction of the peak
public record BacktestReport(
        double initialBalance,
        double finalBalance,
        double totalPnl,
        int totalTrades,
        int totalWins,
        int totalLosses,
        double winRate,
        double profitFactor,
        double sharpeRatio,
        double maxDrawdownUsd,
        double maxDrawdownPct,
        double avgTradePnl,
        double avgWin,
        double avgLoss,
        double totalFees,
        int totalSignals,
        double slippageBps,
        List<Group> byConfidence,
        List<Group> byExitReason,
        List<Group> byReasonCode,
        List<Group> bySymbol,
        List<Group> bySide,
        List<SymbolSummary> perSymbol,
        GateStatistics gateStatistics) {

    public BacktestReport {
        byConfidence = List.copyOf(byConfidence);
        byExitReason = List.copyOf(byExitReason);
        byReasonCode = List.copyOf(byReasonCode);
        bySymbol = List.copyOf(bySymbol);
        bySide = List.copyOf(bySide);
        perSymbol = List.copyOf(perSymbol);
    }

    /// Closes that share a name. `avgPnl` is shown for confidence groups only.
    public record Group(String name, int trades, double pnl, double winRate, double avgPnl) {}

    /// One symbol's books.
    ///
    /// @param maxDrawdownUsd of the running sum of pnl − fee in log order
    public record SymbolSummary(
            Symbol symbol,
            int trades,
            int wins,
            int losses,
            double winRate,
            double realisedPnlUsd,
            double fundingPnlUsd,
            double feesUsd,
            double netPnlUsd,
            double maxDrawdownUsd,
            double estimatedSlippageUsd,
            int fills,
            int fundingEvents) {}

    /// How often each gate and filter stood in the way, counted on main bars.
    public record GateStatistics(
            long totalChecks,
            long neutral,
            long buy,
            long sell,
            long ranging,
            long anomaly,
            long extension,
            long adxLow,
            long adxNotRising,
            long volume,
            long btc,
            long confidence,
            long maxPositions,
            long pesc,
            long ssf,
            long reef,
            long margin) {

        public long signalsGenerated() {
            return buy + sell;
        }
    }
}
