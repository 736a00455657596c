package aiquant.kernel.backtest;

import aiquant.kernel.rule.FillRow;

/// Adds fills up without keeping them.
final class Totals implements FillSink {
    private static final long PRIME = 0x100000001b3L;

    private final Tally closes = new Tally();
    private double fees;
    private long digest = 0xcbf29ce484222325L;

    @Override
    public void fill(FillRow row) {
        fees += row.fee;
        if (row.action == FillRow.CLOSE || row.action == FillRow.REDUCE) {
            closes.add(row.pnl);
        }
        mix(row.timeMs);
        mix(row.symbol << 16 | row.action << 8 | row.reason);
        mix(Double.doubleToLongBits(row.price));
        mix(Double.doubleToLongBits(row.size));
    }

    private void mix(long value) {
        digest = (digest ^ value) * PRIME;
        digest ^= digest >>> 32;
    }

    BacktestSummary summary(Books books, int signals) {
        EquityStatistics curve = books.statistics();
        return new BacktestSummary(
                books.account.balance,
                books.account.balance - books.initialBalance(),
                closes.trades,
                closes.wins,
                closes.losses,
                closes.profitFactor(),
                curve.sharpe(),
                curve.maxDrawdownUsd(),
                curve.maxDrawdownPct(),
                fees,
                signals,
                digest);
    }
}
