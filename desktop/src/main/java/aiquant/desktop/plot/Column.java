package aiquant.desktop.plot;

import java.util.Arrays;

/// A growing column of doubles. One thread.
public final class Column {

    private double[] values = new double[256];
    private int size;

    public int size() {
        return size;
    }

    public double get(int index) {
        return values[index];
    }

    /// Replaces the value at `index`, or appends it when `index` is the size.
    public void put(int index, double value) {
        if (index > size) {
            throw new IllegalArgumentException("column of " + size + " values has no place " + index);
        }
        if (index == values.length) {
            values = Arrays.copyOf(values, values.length * 2);
        }
        values[index] = value;
        size = Math.max(size, index + 1);
    }

    void clear() {
        size = 0;
    }
}
