package aiquant.kernel.rule;

/// One symbol's position. `side` is 1 long, −1 short, 0 flat; the other fields mean nothing while flat.
///
/// Prices in quote currency, size in base units, margin in USD, times in epoch milliseconds.
@DeviceCode
public final class Position {
    public int side;
    public double entry;
    public double size;
    public double margin;
    public double leverage;
    public int confidence;
    public double entryAtr;
    public double entryAdxThreshold;
    public boolean hasTrailing;
    public double trailing;
    public int adds;
    public boolean isTp1Taken;
    public long openMs;
    public long lastAddMs;

    public static void copy(Position from, Position to) {
        to.side = from.side;
        to.entry = from.entry;
        to.size = from.size;
        to.margin = from.margin;
        to.leverage = from.leverage;
        to.confidence = from.confidence;
        to.entryAtr = from.entryAtr;
        to.entryAdxThreshold = from.entryAdxThreshold;
        to.hasTrailing = from.hasTrailing;
        to.trailing = from.trailing;
        to.adds = from.adds;
        to.isTp1Taken = from.isTp1Taken;
        to.openMs = from.openMs;
        to.lastAddMs = from.lastAddMs;
    }
}
