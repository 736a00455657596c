package aiquant.kernel.backtest;

import aiquant.kernel.rule.FillRow;
import aiquant.kernel.rule.RuleParams;
import aiquant.kernel.strategy.Confidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Keeps every fill as a trade record, with its words.
final class TradeLog implements FillSink {
    private final Market market;
    private final Lineup lineup;
    private final long intervalMs;
    private final List<TradeRecord> trades = new ArrayList<>();

    TradeLog(BacktestData data, Lineup lineup) {
        market = data.market();
        intervalMs = data.intervalMs();
        this.lineup = lineup;
    }

    List<TradeRecord> trades() {
        return trades;
    }

    @Override
    public void fill(FillRow row) {
        Confidence confidence = Confidence.of(row.confidence);
        String reason = ReasonText.of(row.reason, confidence, row.isSubBar, row.argA, row.argB, row.argC);
        String action = Actions.text(row.action, row.side);
        trades.add(new TradeRecord(
                row.timeMs,
                market.symbol(row.symbol),
                action,
                row.price,
                row.size,
                row.notional,
                reason,
                ReasonCode.of(action, reason),
                confidence,
                row.pnl,
                row.fee,
                row.balance,
                row.entryAtr,
                row.leverage,
                row.margin,
                exitContext(row)));
    }

    private Optional<TradeRecord.ExitContext> exitContext(FillRow row) {
        if (row.action != FillRow.CLOSE && row.action != FillRow.REDUCE) {
            return Optional.empty();
        }
        RuleParams rules = lineup.rules(row.symbol);
        return Optional.of(new TradeRecord.ExitContext(
                row.hadTrailing,
                row.trailing,
                rules.slAtrMult,
                rules.tpAtrMult,
                rules.smartExitAdxExhaustionLt > 0.0 ? rules.smartExitAdxExhaustionLt : 0.0,
                (row.timeMs - row.openMs) / intervalMs));
    }
}
