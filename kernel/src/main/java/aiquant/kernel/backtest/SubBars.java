package aiquant.kernel.backtest;

import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.rule.IndicatorSnapshot;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finer candles by symbol number, with the main bar each belongs to looked up beforehand. Read-only.
final class SubBars {
    private final Market market;
    private final boolean isPresent;
    private final int symbols;
    private final int firstBar;
    private final @Nullable CandleSeries[] series;

    /// Per bar of the window and symbol: index of the first finer bar later than the main bar's time.
    private final int[] after;

    /// Per bar of the window and 64 symbols: whose last finer bar closes elsewhere than the main bar.
    private final long[] apart;

    private final int words;
    private final long lengthMs;

    /// @param hasEntries whether positions may open on these bars, so that their closes are compared with the main
    /// bars'
    SubBars(Market market, Optional<List<CandleSeries>> candles, int firstBar, int endBar, boolean hasEntries) {
        this.market = market;
        this.firstBar = firstBar;
        isPresent = candles.isPresent();
        symbols = market.symbolCount();
        series = new @Nullable CandleSeries[symbols];
        for (CandleSeries one : candles.orElse(List.of())) {
            for (int i = 0; i < symbols; i++) {
                if (market.symbol(i).equals(one.symbol())) {
                    series[i] = one;
                }
            }
        }
        after = isPresent ? lookUp(endBar) : new int[0];
        words = SignalTable.words(symbols);
        lengthMs = length(candles.orElse(List.of()));
        apart = isPresent && hasEntries ? compare(endBar) : new long[0];
    }

    private static long length(List<CandleSeries> candles) {
        List<Long> lengths = candles.stream()
                .map(one -> one.interval().lengthMs())
                .distinct()
                .toList();
        return lengths.size() == 1 ? lengths.get(0) : -1L;
    }

    private int[] lookUp(int endBar) {
        int[] table = new int[(endBar - firstBar) * symbols];
        for (int symbol = 0; symbol < symbols; symbol++) {
            CandleSeries bars = series[symbol];
            if (bars == null) {
                continue;
            }
            long[] times = bars.openTimeMs();
            int next = 0;
            for (int bar = firstBar; bar < endBar; bar++) {
                while (next < times.length && times[next] <= market.time(bar)) {
                    next++;
                }
                table[(bar - firstBar) * symbols + symbol] = next;
            }
        }
        return table;
    }

    private long[] compare(int endBar) {
        long[] found = new long[(endBar - firstBar) * words];
        for (int symbol = 0; symbol < symbols; symbol++) {
            for (int bar = firstBar; bar < endBar; bar++) {
                int row = market.row(bar, symbol);
                if (row >= 0 && bar + 1 < market.barCount() && isApart(bar, symbol, market.close(row))) {
                    found[(bar - firstBar) * words + (symbol >>> 6)] |= 1L << symbol;
                }
            }
        }
        return found;
    }

    /// Whether the finer bar that ends with the main bar closes elsewhere; also where that is not sure.
    private boolean isApart(int bar, int symbol, double close) {
        CandleSeries bars = series[symbol];
        if (bars == null) {
            return false;
        }
        long time = market.time(bar + 1) - lengthMs;
        int from = from(bar, symbol);
        int i = to(bar, symbol) - 1;
        while (i >= from && bars.openTimeMs()[i] > time) {
            i--;
        }
        return time <= market.time(bar) || (i >= from && bars.close()[i] != close);
    }

    /// The length of all finer bars, or −1 where they differ.
    long lengthMs() {
        return lengthMs;
    }

    /// Symbols whose finer bar that ends with the main bar, when all are [#lengthMs] long, closes elsewhere or was
    /// not looked at: bit `symbol % 64` of word `symbol / 64`.
    long closingApart(int bar, int word) {
        return apart[(bar - firstBar) * words + word];
    }

    /// Whether finer candles were given, be it none at all.
    boolean isPresent() {
        return isPresent;
    }

    /// The symbol's finer bars, or null when it has none.
    @Nullable
    CandleSeries series(int symbol) {
        return series[symbol];
    }

    /// How many finer bars, all symbols together.
    long count() {
        long count = 0;
        for (CandleSeries one : series) {
            count += one == null ? 0 : one.size();
        }
        return count;
    }

    /// Index of the symbol's first finer bar later than the main bar's time.
    int from(int bar, int symbol) {
        return after[(bar - firstBar) * symbols + symbol];
    }

    /// Index after the symbol's last finer bar that belongs to the main bar: not later than the next main bar's time.
    int to(int bar, int symbol) {
        CandleSeries bars = series[symbol];
        if (bars == null) {
            return 0;
        }
        if (bar + 1 == market.barCount()) {
            return bars.size();
        }
        int next = (bar + 1 - firstBar) * symbols + symbol;
        return next < after.length ? after[next] : bars.lowerBound(market.time(bar + 1) + 1);
    }

    /// Index of the symbol's bar at exactly `timeMs`, or −1.
    int at(int symbol, long timeMs) {
        CandleSeries bars = series[symbol];
        if (bars == null) {
            return -1;
        }
        int index = bars.lowerBound(timeMs);
        return index < bars.size() && bars.openTimeMs()[index] == timeMs ? index : -1;
    }

    long time(int symbol, int index) {
        return bars(symbol).openTimeMs()[index];
    }

    /// Puts the bar's price and time over a main snapshot; volume and indicators stay the main bar's.
    void overlay(int symbol, int index, IndicatorSnapshot s) {
        CandleSeries bars = bars(symbol);
        s.timeMs = bars.openTimeMs()[index];
        s.close = bars.close()[index];
    }

    private CandleSeries bars(int symbol) {
        CandleSeries bars = series[symbol];
        if (bars == null) {
            throw new IllegalStateException("symbol " + symbol + " has no finer bars");
        }
        return bars;
    }
}
