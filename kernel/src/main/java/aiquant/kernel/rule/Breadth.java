package aiquant.kernel.rule;

/// Market-wide inputs, as they stood before the bar under decision.
@DeviceCode
public final class Breadth {

    private Breadth() {}

    /// Percent of symbols whose fast average is above the slow one, among those with two bars and more; 50 when none.
    public static double percent(int rising, int counted) {
        return counted == 0 ? 50.0 : 100.0 * rising / counted;
    }

    /// BTC's direction from its own averages.
    public static int direction(double close, double emaSlow) {
        return close > emaSlow ? Gates.BTC_BULLISH : Gates.BTC_BEARISH;
    }
}
