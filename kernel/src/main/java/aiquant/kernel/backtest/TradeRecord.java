package aiquant.kernel.backtest;

import aiquant.kernel.market.Symbol;
import aiquant.kernel.strategy.Confidence;
import java.util.Optional;

/// One line of the trade log: a fill or a funding payment, with the balance after it.
///
/// Prices in quote currency, sizes in base units, money in USD. `pnl` excludes the fee; of a funding payment it is the
/// change of cash.
///
/// @param action  `OPEN_LONG`, `ADD_SHORT`, `REDUCE_LONG`, `CLOSE_SHORT`, … or `FUNDING`
/// @param exit    how the exit came about; present on reduces and closes
public record TradeRecord(
        long timeMs,
        Symbol symbol,
        String action,
        double price,
        double size,
        double notional,
        String reason,
        ReasonCode reasonCode,
        Confidence confidence,
        double pnl,
        double fee,
        double balance,
        double entryAtr,
        double leverage,
        double margin,
        Optional<ExitContext> exit) {

    /// Whether this line closes something: every partial counts as a trade of its own.
    public boolean isExit() {
        return action.startsWith("CLOSE") || action.startsWith("REDUCE");
    }

    /// State at the moment of an exit.
    ///
    /// @param trailingStop the trailing stop's price, 0 when it was not armed
    public record ExitContext(
            boolean trailingActive,
            double trailingStop,
            double slAtrMult,
            double tpAtrMult,
            double smartExitThreshold,
            long barsHeld) {}
}
