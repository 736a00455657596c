package aiquant.exchange.wire;

import java.util.Locale;

/// Where an order stands, as far as the name of its status tells.
public enum OrderPhase {
    /// It may still trade.
    LIVE,
    /// All of it traded.
    FILLED,
    /// It has ended; part of it may have traded.
    CANCELED,
    /// It was refused; nothing traded.
    REJECTED;

    /// Names change without notice, so only their ends count: an unknown one is classified, never refused.
    public static OrderPhase of(String status) {
        String name = status.toLowerCase(Locale.ROOT);
        if (name.equals("filled")) {
            return FILLED;
        }
        if (name.endsWith("rejected")) {
            return REJECTED;
        }
        return name.endsWith("canceled") || name.endsWith("cancel") ? CANCELED : LIVE;
    }

    public boolean isTerminal() {
        return this != LIVE;
    }
}
