package aiquant.kernel.rule;

/// What the exit rules want: nothing, a part or everything off, why, and the numbers the reason's sentence carries.
@DeviceCode
public final class ExitResult {
    public static final int HOLD = 0;
    public static final int PARTIAL = 1;
    public static final int FULL = 2;

    public int action;
    public int reason;
    public double fraction;
    public double argA;
    public double argB;
    public double argC;
}
