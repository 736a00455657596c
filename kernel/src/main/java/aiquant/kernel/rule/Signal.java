package aiquant.kernel.rule;

/// What one bar suggests. `side` is 1 buy, −1 sell, 0 nothing; `adxThreshold` travels with the position it may open.
@DeviceCode
public final class Signal {
    public int side;
    public int confidence;
    public double adxThreshold;
}
