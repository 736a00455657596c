package aiquant.simulator.market;

/// Which kinds of margin an asset allows.
public enum MarginMode {
    /// Cross or isolated, as the account chooses.
    ANY,
    /// Isolated only.
    NO_CROSS,
    /// Isolated only, and margin once given cannot be taken back.
    STRICT_ISOLATED;

    public boolean allowsCross() {
        return this == ANY;
    }
}
