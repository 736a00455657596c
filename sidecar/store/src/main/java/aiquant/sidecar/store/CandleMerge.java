package aiquant.sidecar.store;

import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.market.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Joins the series of several files into one per symbol; of two bars with the same time the one read first stays.
final class CandleMerge {

    private CandleMerge() {}

    /// @param read in the order of reading
    /// @return one series per symbol, in the order of symbols
    static List<CandleSeries> bySymbol(List<CandleSeries> read) {
        TreeMap<Symbol, List<CandleSeries>> bySymbol = new TreeMap<>();
        read.forEach(series -> bySymbol.computeIfAbsent(series.symbol(), _ -> new ArrayList<>())
                .add(series));
        return bySymbol.values().stream().map(CandleMerge::join).toList();
    }

    /// Halves the list so that many monthly files are copied only a few times.
    private static CandleSeries join(List<CandleSeries> parts) {
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        int half = parts.size() / 2;
        return join(join(parts.subList(0, half)), join(parts.subList(half, parts.size())));
    }

    private static CandleSeries join(CandleSeries first, CandleSeries second) {
        CandleColumns columns = new CandleColumns(first.size() + second.size());
        int i = 0;
        int j = 0;
        while (i < first.size() || j < second.size()) {
            boolean takeFirst =
                    j == second.size() || (i < first.size() && first.openTimeMs()[i] <= second.openTimeMs()[j]);
            if (!takeFirst) {
                columns.add(second, j++);
                continue;
            }
            if (j < second.size() && first.openTimeMs()[i] == second.openTimeMs()[j]) {
                j++;
            }
            columns.add(first, i++);
        }
        return columns.toSeries(first.symbol(), first.interval());
    }
}
