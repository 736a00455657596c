package aiquant.kernel.backtest;

import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.rule.IndicatorSnapshot;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finer candles by symbol number, looked up by time.
final class SubBars {
    private final @Nullable CandleSeries[] series;

    SubBars(MarketFrame market, Optional<List<CandleSeries>> candles) {
        series = new @Nullable CandleSeries[market.symbolCount()];
        for (CandleSeries one : candles.orElse(List.of())) {
            for (int i = 0; i < series.length; i++) {
                if (market.symbol(i).equals(one.symbol())) {
                    series[i] = one;
                }
            }
        }
    }

    /// Index of the symbol's first bar later than `timeMs`; its number of bars when there is none.
    int after(int symbol, long timeMs) {
        CandleSeries bars = series[symbol];
        if (bars == null) {
            return 0;
        }
        return timeMs == Long.MAX_VALUE ? bars.size() : bars.lowerBound(timeMs + 1);
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

    /// Puts the bar's prices and time over a main snapshot; volume and indicators stay the main bar's.
    void overlay(int symbol, int index, IndicatorSnapshot s) {
        CandleSeries bars = bars(symbol);
        s.timeMs = bars.openTimeMs()[index];
        s.open = bars.open()[index];
        s.high = bars.high()[index];
        s.low = bars.low()[index];
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
