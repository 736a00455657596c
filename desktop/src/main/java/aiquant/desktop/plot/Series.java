package aiquant.desktop.plot;

/// One value per bar, drawn as a line over the candles: an average, a stop, a target. NaN where there is none.
public final class Series {

    private final Column values = new Column();
    private final Pyramid pyramid = new Pyramid(values, values);

    public void put(int index, double value) {
        values.put(index, value);
    }

    /// To be called once after a batch of [#put]s.
    public void changed(int from, int to) {
        pyramid.changed(from, to);
    }

    public double get(int index) {
        return values.get(index);
    }

    public int size() {
        return values.size();
    }

    public void clear() {
        values.clear();
    }

    Pyramid pyramid() {
        return pyramid;
    }
}
