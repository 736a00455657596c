package aiquant.kernel.strategy;

/// How sure a signal is of itself. The order counts: comparisons and sweeps use 0, 1, 2.
public enum Confidence {
    LOW(0),
    MEDIUM(1),
    HIGH(2);

    private final int code;

    Confidence(int code) {
        this.code = code;
    }

    /// The sweep encoding.
    public int code() {
        return code;
    }

    /// The sweep encoding: 0 and 1 as they stand, anything else is high.
    public static Confidence of(int code) {
        return code == 0 ? LOW : code == 1 ? MEDIUM : HIGH;
    }
}
