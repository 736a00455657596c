package aiquant.engine.research;

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

    public SweepRow {
        overrides = Map.copyOf(overrides);
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
}
