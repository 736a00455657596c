package aiquant.kernel.backtest;

import java.util.List;

/// Everything one replay produced: the report and the logs behind it, in log order.
public record BacktestResult(
        BacktestReport report, List<TradeRecord> trades, List<SignalRecord> signals, List<EquityPoint> equity) {

    public BacktestResult {
        trades = List.copyOf(trades);
        signals = List.copyOf(signals);
        equity = List.copyOf(equity);
    }
}
