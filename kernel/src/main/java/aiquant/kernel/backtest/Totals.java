package aiquant.kernel.backtest;

import aiquant.kernel.device.FillTotals;
import aiquant.kernel.rule.FillRow;

/// Adds fills up without keeping them.
final class Totals implements FillSink {
    private final FillTotals totals = new FillTotals();

    Totals() {
        FillTotals.start(totals);
    }

    @Override
    public void fill(FillRow row) {
        FillTotals.add(totals, row);
    }

    BacktestSummary summary(Books books, int signals) {
        EquityStatistics curve = books.statistics();
        return new BacktestSummary(
                books.account.balance,
                books.account.balance - books.initialBalance(),
                totals.trades,
                totals.wins,
                totals.losses,
                FillTotals.profitFactor(totals),
                curve.sharpe(),
                curve.maxDrawdownUsd(),
                curve.maxDrawdownPct(),
                totals.fees,
                signals,
                totals.digest);
    }
}
