package aiquant.kernel.rule;

/// Numbers for the reasons a fill can have; people read the sentence `aiquant.kernel.backtest.ReasonText` makes of
/// them.
@DeviceCode
public final class Reason {
    public static final int NONE = 0;
    public static final int ENTRY = 1;
    public static final int PYRAMID = 2;
    public static final int FUNDING = 3;
    public static final int SIGNAL_FLIP = 4;
    public static final int END_OF_BACKTEST = 5;
    public static final int STOP_LOSS = 10;
    public static final int TRAILING_STOP = 11;
    public static final int PARTIAL_TARGET = 12;
    public static final int TARGET = 13;
    public static final int TREND_BREAKDOWN = 14;
    public static final int TREND_EXHAUSTION = 15;
    public static final int MACRO_BREAKDOWN = 16;
    public static final int MACRO_BREAKOUT = 17;
    public static final int STAGNATION = 18;
    public static final int FUNDING_HEADWIND = 19;
    public static final int SATURATION = 20;
    public static final int DIVERGENCE = 21;
    public static final int RSI_OVERBOUGHT = 22;
    public static final int RSI_OVERSOLD = 23;

    private Reason() {}
}
