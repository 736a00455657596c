package aiquant.kernel.sweep;

import java.util.Arrays;

/// One configuration to try: its number, from 0 on, and one value per axis in the order of its [ParameterSpace].
///
/// Holds places in the axes' tables of values rather than the values: a search keeps a hundred thousand of these at a
/// time. Immutable.
public final class Trial {
    private final long index;
    private final double[][] tables;
    private final char[] places;

    /// @param tables ascending values by axis, shared by all trials of a space
    /// @throws IllegalArgumentException if a value is not in its table
    Trial(long index, double[][] tables, double[] values) {
        this.index = index;
        this.tables = tables;
        places = new char[values.length];
        for (int axis = 0; axis < places.length; axis++) {
            int place = Arrays.binarySearch(tables[axis], values[axis]);
            if (place < 0) {
                throw new IllegalArgumentException(
                        "trial " + index + ": axis " + axis + " never has the value " + values[axis]);
            }
            places[axis] = (char) place;
        }
    }

    public long index() {
        return index;
    }

    /// How many axes there are.
    public int size() {
        return places.length;
    }

    public double value(int axis) {
        return tables[axis][places[axis]];
    }

    /// A new array of all values.
    public double[] values() {
        double[] values = new double[places.length];
        Arrays.setAll(values, this::value);
        return values;
    }

    @Override
    public String toString() {
        return "Trial " + index + " " + Arrays.toString(values());
    }
}
