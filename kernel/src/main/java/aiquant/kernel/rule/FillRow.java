package aiquant.kernel.rule;

/// One line of the fill log as the rules write it: what happened, at what price, and the books after it.
///
/// `pnl` excludes the fee. `part` is the share of the position closed. `price` is the fill, `reference` the close it
/// was
/// decided at. `margin` of an add is the whole position's afterwards, `addMargin` its own.
@DeviceCode
public final class FillRow {
    public static final int OPEN = 1;
    public static final int ADD = 2;
    public static final int REDUCE = 3;
    public static final int CLOSE = 4;
    public static final int FUNDING = 5;

    public long timeMs;
    public int symbol;
    public int action;
    public int side;
    public double price;
    public double reference;
    public double size;
    public double notional;
    public double part;
    public double pnl;
    public double fee;
    public double balance;
    public double entryAtr;
    public double adxThreshold;
    public double leverage;
    public double margin;
    public double addMargin;
    public int confidence;
    public int reason;
    public double argA;
    public double argB;
    public double argC;
    public boolean isSubBar;
    public boolean hadTrailing;
    public double trailing;
    public long openMs;
}
