package aiquant.engine.research;

import aiquant.kernel.backtest.BacktestReport;
import aiquant.kernel.backtest.BacktestReport.Group;
import aiquant.kernel.backtest.BacktestReport.SymbolSummary;
import aiquant.kernel.market.Symbol;
import java.util.List;

/// A report whose names come from somebody with bad intentions.
final class Hostile {

    private Hostile() {}

    static BacktestReport report(BacktestReport r, Symbol symbol) {
        List<Group> groups = List.of(new Group(symbol.name(), 1, 1, 1, 1));
        return new BacktestReport(
                r.initialBalance(),
                r.finalBalance(),
                r.totalPnl(),
                r.totalTrades(),
                r.totalWins(),
                r.totalLosses(),
                r.winRate(),
                r.profitFactor(),
                r.sharpeRatio(),
                r.maxDrawdownUsd(),
                r.maxDrawdownPct(),
                r.avgTradePnl(),
                r.avgWin(),
                r.avgLoss(),
                r.totalFees(),
                r.totalSignals(),
                r.slippageBps(),
                groups,
                groups,
                groups,
                groups,
                groups,
                List.of(new SymbolSummary(symbol, 1, 1, 0, 1, 1, 0, 0, 1, 0, 0, 1, 0)),
                r.gateStatistics());
    }
}
