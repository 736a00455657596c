package aiquant.kernel.indicator;

/// Wilder's average directional index with its two directional indicators: the strength of a trend, 0 to 100.
///
/// Four phases: the first bar is only remembered; `length` bars are summed; the directional index is averaged over
/// `length` values; from then on it is smoothed by 1/length. Bars with a value that is no number change nothing. With
/// length 1 the first index is already its own average, so that smoothing begins at once. Not thread-safe.
/// Source: J. Welles Wilder, New Concepts in Technical Trading Systems (1978).
public final class Adx {
    private final int length;
    private int bars;
    private int averaged;
    private double prevHigh;
    private double prevLow;
    private double prevClose;
    private double plusSum;
    private double minusSum;
    private double rangeSum;
    private double dxSum;
    private double adx;
    private double plus;
    private double minus;

    /// @param length in bars; 0 makes everything constantly 0
    public Adx(int length) {
        this.length = length;
    }

    /// @return the index
    public double update(double high, double low, double close) {
        if (length == 0 || !Atr.isFinite(high, low, close)) {
            return adx;
        }
        if (bars > 0) {
            move(high, low);
        }
        bars++;
        prevHigh = high;
        prevLow = low;
        prevClose = close;
        return adx;
    }

    private void move(double high, double low) {
        double up = high - prevHigh;
        double down = prevLow - low;
        // Which side moved further is a coin toss, and a multiplication is cheaper than a branch guessed wrong.
        int isUp = up > down ? 1 : 0;
        int isDown = down > up ? 1 : 0;
        double plusMove = isUp * Math.max(up, 0.0);
        double minusMove = isDown * Math.max(down, 0.0);
        double range = Atr.trueRange(high, low, prevClose);
        if (bars <= length) {
            plusSum += plusMove;
            minusSum += minusMove;
            rangeSum += range;
            if (bars == length) {
                adx = directionalIndex();
                dxSum = adx;
                averaged = 1;
            }
            return;
        }
        plusSum = plusSum - plusSum / length + plusMove;
        minusSum = minusSum - minusSum / length + minusMove;
        rangeSum = rangeSum - rangeSum / length + range;
        double index = directionalIndex();
        if (averaged < length) {
            dxSum += index;
            averaged++;
            adx = dxSum / averaged;
        } else {
            adx = (adx * (length - 1.0) + index) / length;
        }
    }

    private double directionalIndex() {
        plus = rangeSum > 0.0 ? plusSum / rangeSum * 100.0 : 0.0;
        minus = rangeSum > 0.0 ? minusSum / rangeSum * 100.0 : 0.0;
        double sum = plus + minus;
        return sum > 0.0 ? Math.abs(plus - minus) / sum * 100.0 : 0.0;
    }

    /// The index; 0 until `length` bars after the first have been seen.
    public double adx() {
        return adx;
    }

    public double plus() {
        return plus;
    }

    public double minus() {
        return minus;
    }
}
