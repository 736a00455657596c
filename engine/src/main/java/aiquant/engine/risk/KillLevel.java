package aiquant.engine.risk;

/// How much the strategy may still do. Later constants are stronger.
public enum KillLevel {
    /// Everything is allowed.
    ACTIVE,
    /// No entries and no adds; the strategy's exits go on.
    CLOSE_ONLY,
    /// The strategy sends nothing; an operator may still flatten.
    HALTED,
    /// Nothing is sent at all; only the environment sets it.
    HARD;

    public boolean allowsEntries() {
        return this == ACTIVE;
    }

    public boolean allowsStrategyExits() {
        return this == ACTIVE || this == CLOSE_ONLY;
    }

    public boolean allowsFlatten() {
        return this != HARD;
    }
}
