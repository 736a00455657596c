package aiquant.sidecar.store;

import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import java.util.Arrays;

/// Columns that grow while candles are read, and become a [CandleSeries] at the end. One thread.
final class CandleColumns {

    private static final int FIRST_CAPACITY = 4_096;

    private long[] openTimeMs;
    private double[] open;
    private double[] high;
    private double[] low;
    private double[] close;
    private double[] volume;
    private int size;

    CandleColumns() {
        this(FIRST_CAPACITY);
    }

    CandleColumns(int capacity) {
        openTimeMs = new long[capacity];
        open = new double[capacity];
        high = new double[capacity];
        low = new double[capacity];
        close = new double[capacity];
        volume = new double[capacity];
    }

    void add(long t, double o, double h, double l, double c, double v) {
        if (size == openTimeMs.length) {
            resize(size + (size >> 1) + 1);
        }
        openTimeMs[size] = t;
        open[size] = o;
        high[size] = h;
        low[size] = l;
        close[size] = c;
        volume[size] = v;
        size++;
    }

    void add(CandleSeries series, int index) {
        add(
                series.openTimeMs()[index],
                series.open()[index],
                series.high()[index],
                series.low()[index],
                series.close()[index],
                series.volume()[index]);
    }

    int size() {
        return size;
    }

    /// Gives the columns away; nothing may be added afterwards.
    CandleSeries toSeries(Symbol symbol, Interval interval) {
        if (size != openTimeMs.length) {
            resize(size);
        }
        return new CandleSeries(symbol, interval, openTimeMs, open, high, low, close, volume);
    }

    private void resize(int capacity) {
        openTimeMs = Arrays.copyOf(openTimeMs, capacity);
        open = Arrays.copyOf(open, capacity);
        high = Arrays.copyOf(high, capacity);
        low = Arrays.copyOf(low, capacity);
        close = Arrays.copyOf(close, capacity);
        volume = Arrays.copyOf(volume, capacity);
    }
}
