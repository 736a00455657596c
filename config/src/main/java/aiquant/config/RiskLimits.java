package aiquant.config;

/// The operational limits of an account: the `risk` section of the engine file. 0 turns a limit off.
///
/// They guard against a strategy or an engine gone wrong, so they belong to the account and not to the strategy. All
/// `Pct` are percent of the account's equity, 0 to 100.
///
/// @param maxOrderNotionalUsd  largest single order
/// @param maxOpenPositions     positions open at once
/// @param maxLeverage          all positions together, over equity
/// @param maxTotalMarginPct    margin of all positions
/// @param maxExposureUsd       notional of all positions, long and short added up
/// @param maxDailyLossUsd      realised loss including fees since midnight UTC
/// @param maxDrawdownPct       fall from the highest equity ever reached
/// @param maxEntriesPerMinute  entry orders of all symbols
/// @param maxDataAgeS          age of the newest price of a symbol that is to be entered
/// @param maxSlippageBps       median concession over the recent entries
/// @param maxHeatPct           what is lost if every stop is hit
public record RiskLimits(
        double maxOrderNotionalUsd,
        int maxOpenPositions,
        double maxLeverage,
        double maxTotalMarginPct,
        double maxExposureUsd,
        double maxDailyLossUsd,
        double maxDrawdownPct,
        int maxEntriesPerMinute,
        int maxDataAgeS,
        double maxSlippageBps,
        double maxHeatPct) {

    /// Nothing is limited: for replays, where the strategy's own limits are all there is.
    public static final RiskLimits OFF = new RiskLimits(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /// Made for an account of 10,000 USD.
    public static final RiskLimits DEFAULTS = new RiskLimits(5_000, 20, 5, 80, 50_000, 1_000, 20, 30, 30, 50, 10);

    public RiskLimits {
        notNegative("maxOrderNotionalUsd", maxOrderNotionalUsd);
        notNegative("maxOpenPositions", maxOpenPositions);
        notNegative("maxLeverage", maxLeverage);
        percent("maxTotalMarginPct", maxTotalMarginPct);
        notNegative("maxExposureUsd", maxExposureUsd);
        notNegative("maxDailyLossUsd", maxDailyLossUsd);
        percent("maxDrawdownPct", maxDrawdownPct);
        notNegative("maxEntriesPerMinute", maxEntriesPerMinute);
        notNegative("maxDataAgeS", maxDataAgeS);
        notNegative("maxSlippageBps", maxSlippageBps);
        percent("maxHeatPct", maxHeatPct);
    }

    private static void notNegative(String component, double value) {
        if (!(value >= 0)) {
            throw new InvalidComponent(component, "must not be negative: " + value);
        }
    }

    private static void percent(String component, double value) {
        if (!(value >= 0 && value <= 100)) {
            throw new InvalidComponent(component, "must be between 0 and 100 percent: " + value);
        }
    }
}
