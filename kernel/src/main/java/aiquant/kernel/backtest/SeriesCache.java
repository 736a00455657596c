package aiquant.kernel.backtest;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/// Indicator series that many configurations share: each distinct one is computed once while it fits.
///
/// Holds at most a budget of bytes; the series unused for longest go first and are computed again when asked for. Safe
/// for many threads; two that ask at once may both compute, with the same result.
public final class SeriesCache {
    private final IndicatorSeries source;
    private final long budgetBytes;
    private final Map<SeriesKey, double[]> kept = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;
    private long computed;

    /// @param budgetBytes how much may be kept; what is in use by running configurations is not counted
    public SeriesCache(Market market, long budgetBytes) {
        this.source = new IndicatorSeries(market, this);
        this.budgetBytes = budgetBytes;
    }

    Market market() {
        return source.market();
    }

    /// The series; callers only read.
    public double[] get(SeriesKey key) {
        synchronized (this) {
            double[] found = kept.get(key);
            if (found != null) {
                return found;
            }
        }
        double[] series = source.compute(key);
        keep(key, series);
        return series;
    }

    private synchronized void keep(SeriesKey key, double[] series) {
        computed++;
        if (kept.putIfAbsent(key, series) != null) {
            return;
        }
        bytes += 8L * series.length;
        Iterator<double[]> oldest = kept.values().iterator();
        while (bytes > budgetBytes && oldest.hasNext()) {
            bytes -= 8L * oldest.next().length;
            oldest.remove();
        }
    }

    /// How many series were computed so far, repetitions included.
    public synchronized long computed() {
        return computed;
    }
}
