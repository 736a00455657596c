package aiquant.kernel.backtest;

/// Wins, losses and sums of some closes, added up in log order.
final class Tally {
    int trades;
    int wins;
    int losses;
    double pnl;
    double grossProfit;
    double grossLoss;

    void add(double closePnl) {
        trades++;
        pnl += closePnl;
        if (closePnl > 0.0) {
            wins++;
            grossProfit += closePnl;
        } else if (closePnl < 0.0) {
            losses++;
            grossLoss += closePnl;
        }
    }

    double winRate() {
        return trades == 0 ? 0.0 : (double) wins / trades;
    }

    /// Positive infinity when nothing was lost; 0 when nothing was won either.
    double profitFactor() {
        if (Math.abs(grossLoss) > 1e-12) {
            return grossProfit / Math.abs(grossLoss);
        }
        return grossProfit > 0.0 ? Double.POSITIVE_INFINITY : 0.0;
    }
}
