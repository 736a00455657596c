package aiquant.kernel.rule;

/// An entry that competes for this round's room. `atr` is floored; `price` the close it was found at.
@DeviceCode
public final class Candidate {
    public int symbol;
    public int side;
    public int confidence;
    public double price;
    public double atr;
    public double adx;
    public double adxThreshold;

    /// Rank: confidence first, then whole ADX points.
    public long score;
}
