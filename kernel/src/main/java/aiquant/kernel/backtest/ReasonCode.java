package aiquant.kernel.backtest;

import java.util.Locale;

/// Why a line of the trade log exists, in the report's order.
public enum ReasonCode {
    ENTRY_SIGNAL,
    ENTRY_SIGNAL_SUB_BAR,
    ENTRY_PYRAMID,
    EXIT_STOP_LOSS,
    EXIT_TAKE_PROFIT,
    EXIT_TRAILING_STOP,
    EXIT_SIGNAL_FLIP,
    EXIT_FILTER,
    EXIT_FUNDING,
    EXIT_FORCE_CLOSE,
    EXIT_END_OF_BACKTEST,
    FUNDING_PAYMENT,
    UNKNOWN;

    /// As reports write it.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The code of a log line with this action and reason sentence.
    public static ReasonCode of(String action, String reason) {
        if (action.equals("FUNDING")) {
            return FUNDING_PAYMENT;
        }
        if (action.startsWith("OPEN_")) {
            return reason.contains("sub-bar") ? ENTRY_SIGNAL_SUB_BAR : ENTRY_SIGNAL;
        }
        if (action.startsWith("ADD_")) {
            return ENTRY_PYRAMID;
        }
        if (!action.startsWith("CLOSE_") && !action.startsWith("REDUCE_")) {
            return UNKNOWN;
        }
        if (reason.contains("Stop Loss")) {
            return EXIT_STOP_LOSS;
        }
        if (reason.contains("Trailing Stop")) {
            return EXIT_TRAILING_STOP;
        }
        if (reason.contains("Take Profit")) {
            return EXIT_TAKE_PROFIT;
        }
        if (reason.contains("Signal Flip")) {
            return EXIT_SIGNAL_FLIP;
        }
        if (reason.contains("Funding")) {
            return EXIT_FUNDING;
        }
        if (reason.contains("Force Close")) {
            return EXIT_FORCE_CLOSE;
        }
        return reason.contains("End of Backtest") ? EXIT_END_OF_BACKTEST : EXIT_FILTER;
    }
}
