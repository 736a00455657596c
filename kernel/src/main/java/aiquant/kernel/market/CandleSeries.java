package aiquant.kernel.market;

import java.util.Arrays;

/// The candles of one symbol as columns, in strictly increasing time order.
///
/// The arrays are shared, not copied: whoever builds a series gives them away and nobody writes to them afterwards.
public record CandleSeries(
        Symbol symbol,
        Interval interval,
        long[] openTimeMs,
        double[] open,
        double[] high,
        double[] low,
        double[] close,
        double[] volume) {

    public CandleSeries {
        int n = openTimeMs.length;
        if (open.length != n || high.length != n || low.length != n || close.length != n || volume.length != n) {
            throw new IllegalArgumentException("columns of " + symbol + " differ in length");
        }
        for (int i = 1; i < n; i++) {
            if (openTimeMs[i] <= openTimeMs[i - 1]) {
                throw new IllegalArgumentException(symbol + " " + interval + ": bar " + i + " at " + openTimeMs[i]
                        + " is not later than the bar before it at " + openTimeMs[i - 1]);
            }
        }
    }

    public int size() {
        return openTimeMs.length;
    }

    public Candle candle(int index) {
        return new Candle(
                symbol, interval, openTimeMs[index], open[index], high[index], low[index], close[index], volume[index]);
    }

    /// The bars with `fromMs <= openTimeMs <= toMs`.
    public CandleSeries between(long fromMs, long toMs) {
        int from = lowerBound(fromMs);
        int to = toMs == Long.MAX_VALUE ? size() : lowerBound(toMs + 1);
        return new CandleSeries(
                symbol,
                interval,
                Arrays.copyOfRange(openTimeMs, from, Math.max(from, to)),
                Arrays.copyOfRange(open, from, Math.max(from, to)),
                Arrays.copyOfRange(high, from, Math.max(from, to)),
                Arrays.copyOfRange(low, from, Math.max(from, to)),
                Arrays.copyOfRange(close, from, Math.max(from, to)),
                Arrays.copyOfRange(volume, from, Math.max(from, to)));
    }

    /// Index of the first bar at or after `timeMs`; `size()` when there is none.
    public int lowerBound(long timeMs) {
        int index = Arrays.binarySearch(openTimeMs, timeMs);
        return index >= 0 ? index : -index - 1;
    }
}
