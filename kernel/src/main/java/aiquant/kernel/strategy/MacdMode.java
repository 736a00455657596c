package aiquant.kernel.strategy;

/// What the MACD histogram must show before a standard entry: growth, its sign, or nothing.
public enum MacdMode {
    ACCEL(0),
    SIGN(1),
    NONE(2);

    private final int code;

    MacdMode(int code) {
        this.code = code;
    }

    /// The sweep encoding.
    public int code() {
        return code;
    }

    /// The sweep encoding: 0 and 1 as they stand, anything else is none.
    public static MacdMode of(int code) {
        return code == 0 ? ACCEL : code == 1 ? SIGN : NONE;
    }
}
