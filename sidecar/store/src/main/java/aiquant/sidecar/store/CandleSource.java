package aiquant.sidecar.store;

import aiquant.kernel.market.CandleSeries;
import java.util.List;

/// The candles read for one argument of a command, all its files and symbols together.
///
/// @param series never empty, in the order of their symbols, none without bars
/// @param minMs open time of the earliest bar of all series
/// @param maxMs open time of the latest bar of all series
public record CandleSource(List<CandleSeries> series, long minMs, long maxMs) {

    public CandleSource {
        series = List.copyOf(series);
    }

    static CandleSource of(List<CandleSeries> series) {
        long min = Long.MAX_VALUE;
        long max = Long.MIN_VALUE;
        for (CandleSeries one : series) {
            min = Math.min(min, one.openTimeMs()[0]);
            max = Math.max(max, one.openTimeMs()[one.size() - 1]);
        }
        return new CandleSource(series, min, max);
    }

    /// The number of bars of all series.
    public long rows() {
        return series.stream().mapToLong(CandleSeries::size).sum();
    }
}
