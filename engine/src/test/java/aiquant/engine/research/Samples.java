package aiquant.engine.research;

import aiquant.kernel.backtest.BacktestReport;
import aiquant.kernel.backtest.BacktestReport.GateStatistics;
import aiquant.kernel.backtest.BacktestReport.Group;
import aiquant.kernel.backtest.BacktestReport.SymbolSummary;
import aiquant.kernel.backtest.BacktestResult;
import aiquant.kernel.backtest.EquityPoint;
import aiquant.kernel.backtest.ReasonCode;
import aiquant.kernel.backtest.SignalRecord;
import aiquant.kernel.backtest.TradeRecord;
import aiquant.kernel.market.Symbol;
import aiquant.kernel.strategy.Confidence;
import java.util.List;
import java.util.Optional;

/// A replay small enough to work out by hand: one long in BTC, reduced once and closed, both at a profit.
final class Samples {

    static final Symbol BTC = new Symbol("BTC");

    private Samples() {}

    static TradeRecord trade(
            long timeMs, Symbol symbol, String action, double price, double size, double pnl, String reason) {
        return new TradeRecord(
                timeMs,
                symbol,
                action,
                price,
                size,
                price * size,
                reason,
                ReasonCode.of(action, reason),
                Confidence.MEDIUM,
                pnl,
                0.5,
                1000.0,
                2.0,
                3.0,
                50.0,
                Optional.empty());
    }

    static BacktestResult of(List<TradeRecord> trades) {
        return new BacktestResult(report(2.5), trades, List.of(), List.of());
    }

    static BacktestResult small(double profitFactor) {
        return new BacktestResult(
                report(profitFactor),
                List.of(
                        trade(1_000, BTC, "OPEN_LONG", 100, 2, 0, "Medium entry"),
                        trade(3_000, BTC, "CLOSE_LONG", 110, 2, 20, "Take Profit (2.00 ATR)")),
                List.of(new SignalRecord(1_000, BTC, true, Confidence.MEDIUM, 100, 25.5, 61, 2)),
                List.of(new EquityPoint(1_000, 999.5), new EquityPoint(2_000, 999.5)));
    }

    private static BacktestReport report(double profitFactor) {
        return new BacktestReport(
                1000.0,
                1019.0,
                19.0,
                1,
                1,
                0,
                1.0,
                profitFactor,
                0.0,
                0.5,
                0.0005,
                20.0,
                20.0,
                0.0,
                1.0,
                1,
                10.0,
                List.of(new Group("medium", 1, 20.0, 1.0, 20.0)),
                List.of(new Group("Take Profit", 1, 20.0, 1.0, 20.0)),
                List.of(new Group("exit_take_profit", 1, 20.0, 1.0, 20.0)),
                List.of(new Group("BTC", 1, 20.0, 1.0, 20.0)),
                List.of(new Group("LONG", 1, 20.0, 1.0, 20.0)),
                List.of(new SymbolSummary(BTC, 1, 1, 0, 1.0, 20.0, 0.0, 1.0, 19.0, 0.5, 0.2, 2, 0)),
                new GateStatistics(8, 6, 1, 1, 2, 0, 0, 3, 4, 0, 5, 0, 0, 0, 0, 0, 7));
    }
}
