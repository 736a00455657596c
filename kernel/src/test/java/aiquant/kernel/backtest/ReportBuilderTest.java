package aiquant.kernel.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.kernel.backtest.BacktestReport.Group;
import aiquant.kernel.backtest.BacktestReport.SymbolSummary;
import aiquant.kernel.market.Symbol;
import aiquant.kernel.rule.GateCount;
import aiquant.kernel.strategy.Confidence;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportBuilderTest {
    private static final long[] COUNTS = new long[GateCount.MARGIN + 1];

    @Test
    void countsEveryReduceAndCloseAsATrade() {
        BacktestReport report = build(
                trade("BTC", "OPEN_LONG", "High entry", 1000, 0, 1),
                trade("BTC", "REDUCE_LONG", "Take Profit (Partial)", 600, 60, 0.5),
                trade("BTC", "CLOSE_LONG", "Stop Loss", 500, -20, 0.5),
                trade("ETH", "CLOSE_SHORT", "Signal Flip", 400, 0, 0.25));

        assertThat(report.totalTrades()).isEqualTo(3);
        assertThat(report.totalWins()).isEqualTo(1);
        assertThat(report.totalLosses()).isEqualTo(1);
        assertThat(report.winRate()).isEqualTo(1.0 / 3.0);
        assertThat(report.profitFactor()).isEqualTo(3.0);
        assertThat(report.avgTradePnl()).isEqualTo(40.0 / 3.0);
        assertThat(report.avgWin()).isEqualTo(60.0);
        assertThat(report.avgLoss()).isEqualTo(-20.0);
        assertThat(report.totalFees()).isEqualTo(2.25);
        assertThat(report.totalPnl()).isEqualTo(50.0);
    }

    @Test
    void hasAnInfiniteProfitFactorWithoutLossesAndNoneWithoutProfit() {
        assertThat(build(trade("BTC", "CLOSE_LONG", "Stop Loss", 1, 5, 0)).profitFactor())
                .isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(build(trade("BTC", "CLOSE_LONG", "Stop Loss", 1, 0, 0)).profitFactor())
                .isZero();
        assertThat(build().profitFactor()).isZero();
        assertThat(build().winRate()).isZero();
    }

    @Test
    void groupsClosesInTheReportsOrder() {
        BacktestReport report = build(
                trade("kPEPE", "CLOSE_SHORT", "Trend Exhaustion (ADX < 22)", 1, -1, 0),
                trade("ETH", "CLOSE_LONG", "Stop Loss", 1, -2, 0),
                trade("BTC", "CLOSE_LONG", "End of Backtest", 1, 3, 0));

        assertThat(report.bySymbol()).extracting(Group::name).containsExactly("BTC", "ETH", "kPEPE");
        assertThat(report.bySide()).extracting(Group::name).containsExactly("LONG", "SHORT");
        assertThat(report.bySide().get(0)).isEqualTo(new Group("LONG", 2, 1.0, 0.5, 0.5));
        assertThat(report.byExitReason())
                .extracting(Group::name)
                .containsExactly("End of Backtest", "Stop Loss", "Trend Exhaustion");
        assertThat(report.byReasonCode())
                .extracting(Group::name)
                .containsExactly("exit_stop_loss", "exit_filter", "exit_end_of_backtest");
        assertThat(report.byConfidence()).containsExactly(new Group("medium", 3, 0.0, 1.0 / 3.0, 0.0));
    }

    @Test
    void namesTheGroupOfEveryExit() {
        assertThat(ReportBuilder.exitCategory("EMA Macro Breakout")).isEqualTo("EMA Macro Breakdown");
        assertThat(ReportBuilder.exitCategory("Stagnation Exit (Low Vol: 0.10 < 0.20)"))
                .isEqualTo("Stagnation Exit");
        assertThat(ReportBuilder.exitCategory("RSI Oversold (20.0, Thr: 20)")).isEqualTo("RSI Overextension");
        assertThat(ReportBuilder.exitCategory("Trend Saturation Momentum Exhaustion (ADX: 51.0, ADX_slope: -0.10)"))
                .isEqualTo("TSME");
        assertThat(ReportBuilder.exitCategory("MACD Persistent Divergence (Profit: 1.60 ATR)"))
                .isEqualTo("MMDE");
        assertThat(ReportBuilder.exitCategory("Funding Headwind Exit (FR: 0.000100, Thr: 0.15, Dur: 2.0h)"))
                .isEqualTo("Funding Headwind");
        assertThat(ReportBuilder.exitCategory("Force Close")).isEqualTo("Force Close (EOD)");
        assertThat(ReportBuilder.exitCategory("Something new")).isEqualTo("Something new");
    }

    @Test
    void keepsOneBookPerSymbol() {
        BacktestReport report = build(
                trade("BTC", "OPEN_LONG", "High entry", 1000, 0, 2),
                trade("BTC", "FUNDING", "Funding rate=0.000100", 1000, -3, 0),
                trade("BTC", "CLOSE_LONG", "Take Profit", 1100, 40, 1));

        // Slippage 1000 · 10 bp on the way in and 1100 · 0.5 bp on the way out; down 2 + 3 before the win.
        SymbolSummary btc = report.perSymbol().get(0);
        assertThat(btc.trades()).isEqualTo(1);
        assertThat(btc.realisedPnlUsd()).isEqualTo(40.0);
        assertThat(btc.fundingPnlUsd()).isEqualTo(-3.0);
        assertThat(btc.feesUsd()).isEqualTo(3.0);
        assertThat(btc.netPnlUsd()).isEqualTo(34.0);
        assertThat(btc.maxDrawdownUsd()).isEqualTo(5.0);
        assertThat(btc.estimatedSlippageUsd()).isEqualTo(1000.0 * 10.0 / 10000.0 + 1100.0 * 0.5 / 10000.0);
        assertThat(btc.fills()).isEqualTo(2);
        assertThat(btc.fundingEvents()).isEqualTo(1);
    }

    private static BacktestReport build(TradeRecord... trades) {
        return new ReportBuilder(1000.0, 1050.0, 10.0)
                .build(List.of(trades), 7, new EquityStatistics(0.0, 0.0, 0.0), COUNTS);
    }

    private static TradeRecord trade(
            String symbol, String action, String reason, double notional, double pnl, double fee) {
        return new TradeRecord(
                0,
                new Symbol(symbol),
                action,
                100.0,
                notional / 100.0,
                notional,
                reason,
                ReasonCode.of(action, reason),
                Confidence.MEDIUM,
                pnl,
                fee,
                0.0,
                1.0,
                3.0,
                10.0,
                Optional.empty());
    }
}
