package aiquant.kernel.indicator;

/// The last `capacity` values of a series, oldest first.
///
/// Sums are taken anew each time from the oldest to the newest value, never carried along, so that rounding is the same
/// wherever the series is computed. Not thread-safe.
final class Window {
    private final double[] values;
    private int next;
    private int size;

    Window(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("window must hold at least one value: " + capacity);
        }
        values = new double[capacity];
    }

    void push(double value) {
        values[next] = value;
        next = next + 1 == values.length ? 0 : next + 1;
        size = Math.min(size + 1, values.length);
    }

    boolean isFull() {
        return size == values.length;
    }

    /// The mean of what is present, also before the window is full.
    double mean() {
        double sum = 0.0;
        int from = isFull() ? next : 0;
        for (int i = from; i < size; i++) {
            sum += values[i];
        }
        for (int i = 0; i < from; i++) {
            sum += values[i];
        }
        return sum / size;
    }

    /// Population standard deviation around the mean.
    double deviation() {
        double mean = mean();
        double sum = 0.0;
        int from = isFull() ? next : 0;
        for (int i = from; i < size; i++) {
            double distance = values[i] - mean;
            sum += distance * distance;
        }
        for (int i = 0; i < from; i++) {
            double distance = values[i] - mean;
            sum += distance * distance;
        }
        return Math.sqrt(sum / size);
    }

    double oldest() {
        return values[isFull() ? next : 0];
    }

    double min() {
        double least = values[0];
        for (int i = 1; i < size; i++) {
            least = Math.min(least, values[i]);
        }
        return least;
    }

    double max() {
        double greatest = values[0];
        for (int i = 1; i < size; i++) {
            greatest = Math.max(greatest, values[i]);
        }
        return greatest;
    }
}
