package aiquant.kernel.backtest;

import aiquant.kernel.rule.IndicatorSnapshot;

/// Stand-in snapshots for symbols whose indicators have seen nothing yet: also for those that never get a main bar,
/// where averages at 0 trigger as little as averages at the price would.
final class Snapshots {
    private static final IndicatorSnapshot UNTOUCHED = new IndicatorSnapshot();

    static {
        UNTOUCHED.bbWidthRatio = 1.0;
        UNTOUCHED.rsi = 50.0;
    }

    private Snapshots() {}

    /// What a bank says before its first bar.
    static void untouched(IndicatorSnapshot into) {
        IndicatorSnapshot.copy(UNTOUCHED, into);
    }
}
