package aiquant.desktop.plot;

import java.util.Arrays;

/// The candles of one chart as columns, with pyramids over price and volume. Bar numbers start at 0. One thread.
public final class Bars {

    private long[] timeMs = new long[256];
    private final Column open = new Column();
    private final Column high = new Column();
    private final Column low = new Column();
    private final Column close = new Column();
    private final Column volume = new Column();
    private final Pyramid price = new Pyramid(low, high);
    private final Pyramid volumes = new Pyramid(volume, volume);

    public int size() {
        return close.size();
    }

    public boolean isEmpty() {
        return size() == 0;
    }

    /// Replaces bar `index`, or appends it when `index` is the size.
    public void put(int index, long openTimeMs, double o, double h, double l, double c, double v) {
        if (index == timeMs.length) {
            timeMs = Arrays.copyOf(timeMs, timeMs.length * 2);
        }
        timeMs[index] = openTimeMs;
        open.put(index, o);
        high.put(index, h);
        low.put(index, l);
        close.put(index, c);
        volume.put(index, v);
    }

    /// To be called once after a batch of [#put]s.
    public void changed(int from, int to) {
        price.changed(from, to);
        volumes.changed(from, to);
    }

    public void clear() {
        open.clear();
        high.clear();
        low.clear();
        close.clear();
        volume.clear();
    }

    public long timeMs(int index) {
        return timeMs[index];
    }

    public double open(int index) {
        return open.get(index);
    }

    public double high(int index) {
        return high.get(index);
    }

    public double low(int index) {
        return low.get(index);
    }

    public double close(int index) {
        return close.get(index);
    }

    public double volume(int index) {
        return volume.get(index);
    }

    /// Number of the bar that contains `momentMs`: the last one not opened after it, -1 before the first.
    public int at(long momentMs) {
        int index = Arrays.binarySearch(timeMs, 0, size(), momentMs);
        return index >= 0 ? index : -index - 2;
    }

    Pyramid price() {
        return price;
    }

    Pyramid volumes() {
        return volumes;
    }
}
