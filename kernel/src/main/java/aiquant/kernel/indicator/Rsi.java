package aiquant.kernel.indicator;

/// Wilder's relative strength index, 0 to 100; 50 until `length` changes have been seen.
///
/// Closes that are no number change nothing. Not thread-safe.
/// Source: J. Welles Wilder, New Concepts in Technical Trading Systems (1978).
public final class Rsi {
    private final int length;
    private int closes;
    private double prevClose;
    private double gain;
    private double loss;
    private double value = 50.0;

    /// @param length in bars; 0 makes the index constantly 50
    public Rsi(int length) {
        this.length = length;
    }

    public double update(double close) {
        if (length == 0 || !Double.isFinite(close)) {
            return value;
        }
        if (closes > 0) {
            change(close - prevClose);
        }
        closes++;
        prevClose = close;
        return value;
    }

    private void change(double change) {
        double up = Math.max(change, 0.0);
        double down = Math.max(-change, 0.0);
        if (closes <= length) {
            gain += up;
            loss += down;
            if (closes < length) {
                return;
            }
            gain = gain / length;
            loss = loss / length;
        } else {
            gain = (gain * (length - 1.0) + up) / length;
            loss = (loss * (length - 1.0) + down) / length;
        }
        value = loss == 0.0 ? 100.0 : 100.0 - 100.0 / (1.0 + gain / loss);
    }
}
