package aiquant.kernel.backtest;

import aiquant.kernel.rule.FillRow;

/// Words for the action numbers of the fill log.
public final class Actions {

    private Actions() {}

    /// `OPEN_LONG`, `REDUCE_SHORT`, …, or `FUNDING`.
    public static String text(int action, int side) {
        String suffix = side > 0 ? "_LONG" : "_SHORT";
        return switch (action) {
            case FillRow.OPEN -> "OPEN" + suffix;
            case FillRow.ADD -> "ADD" + suffix;
            case FillRow.REDUCE -> "REDUCE" + suffix;
            case FillRow.CLOSE -> "CLOSE" + suffix;
            case FillRow.FUNDING -> "FUNDING";
            default -> throw new IllegalArgumentException("no such action: " + action);
        };
    }
}
