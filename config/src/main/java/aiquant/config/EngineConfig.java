package aiquant.config;

import aiquant.kernel.market.Symbol;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// How the engine is run, as opposed to what it trades: everything the engine file can say.
///
/// The component names in snake case are the keys of the file; a setting is added by adding a component and its
/// default.
///
/// @param mode           used where neither a sub-command nor `AI_QUANT_MODE` says otherwise
/// @param account        a label for this account, shown and written wherever several might be confused
/// @param symbols        what may be traded; empty means all that have candles
/// @param initialBalance what a paper account starts with, USD
/// @param lookback       bars of warm-up before a symbol may decide
/// @param roundTimeoutS  how long a round waits for its exits before it ranks the entries
/// @param roundGraceS    how long a round waits for the bars of symbols that are late
/// @param perSymbol      whether the `symbols` sections of the strategy file apply in runs over several symbols
/// @param watchlist      shown beside the traded symbols, never traded
public record EngineConfig(
        TradingMode mode,
        String account,
        List<Symbol> symbols,
        double initialBalance,
        int lookback,
        int roundTimeoutS,
        int roundGraceS,
        boolean perSymbol,
        List<Symbol> watchlist,
        RiskLimits risk) {

    public static final EngineConfig DEFAULTS = new EngineConfig(
            TradingMode.PAPER, "main", List.of(), 10_000, 200, 60, 20, false, List.of(), RiskLimits.DEFAULTS);

    public EngineConfig {
        symbols = List.copyOf(symbols);
        watchlist = List.copyOf(watchlist);
        if (account.isBlank()) {
            throw new InvalidComponent("account", "must not be blank");
        }
        if (!(initialBalance > 0)) {
            throw new InvalidComponent("initialBalance", "must be positive: " + initialBalance);
        }
        if (lookback < 1) {
            throw new InvalidComponent("lookback", "must be at least 1: " + lookback);
        }
        if (roundTimeoutS < 1) {
            throw new InvalidComponent("roundTimeoutS", "must be at least 1: " + roundTimeoutS);
        }
        if (roundGraceS < 0) {
            throw new InvalidComponent("roundGraceS", "must not be negative: " + roundGraceS);
        }
        refuseRepeated("symbols", symbols);
        refuseRepeated("watchlist", watchlist);
    }

    private static void refuseRepeated(String component, List<Symbol> symbols) {
        Set<Symbol> seen = new HashSet<>();
        for (Symbol symbol : symbols) {
            if (!seen.add(symbol)) {
                throw new InvalidComponent(component, "lists " + symbol + " twice");
            }
        }
    }
}
