package aiquant.engine.research;

import aiquant.kernel.backtest.BacktestSummary;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// One trial of a sweep as the plots need it.
///
/// @param index     its number in the sweep
/// @param overrides value by path; every row of a sweep has the same paths
public record SweepRow(
        long index,
        Map<String, Double> overrides,
        double totalPnl,
        int trades,
        double profitFactor,
        double maxDrawdownPct) {

    private static final int MOST_VALUES = 6;

    public SweepRow {
        overrides = Map.copyOf(overrides);
    }

    public static SweepRow of(long index, Map<String, Double> overrides, BacktestSummary summary) {
        return new SweepRow(
                index,
                overrides,
                summary.totalPnl(),
                summary.totalTrades(),
                summary.profitFactor(),
                summary.maxDrawdownPct());
    }

    /// The name of its row in a sweep's output.
    public String configId() {
        return SweepRows.configId(index);
    }

    /// `trade.sl_atr_mult=2, trade.tp_atr_mult=6`, by path.
    public String choice() {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(overrides)
                .forEach((path, value) -> text.append(text.isEmpty() ? "" : ", ")
                        .append(path)
                        .append('=')
                        .append(Figures.plain(value)));
        return text.toString();
    }

    /// The choice on one line of a terminal: its first values, and how many more there are.
    public String brief() {
        String[] values = choice().split(", ");
        return values.length <= MOST_VALUES
                ? choice()
                : String.join(", ", List.of(values).subList(0, MOST_VALUES)) + " and " + (values.length - MOST_VALUES)
                        + " more";
    }
}
