package aiquant.engine.risk;

import java.util.Locale;

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

    /// The level a kill variable asks for: `halt_all` halts, a word for no does nothing, anything else closes only.
    public static KillLevel ofWord(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "", "0", "false", "no", "n", "off" -> ACTIVE;
            case "halt_all" -> HALTED;
            default -> CLOSE_ONLY;
        };
    }

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
