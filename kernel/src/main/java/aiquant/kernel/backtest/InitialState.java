package aiquant.kernel.backtest;

import aiquant.kernel.market.Symbol;
import aiquant.kernel.strategy.Confidence;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/// A book to start a replay from, in place of an empty one.
///
/// A position whose symbol has no candles in the replay takes no part in it.
///
/// @param lastEntryMs time of the last entry or add by symbol, for the entry cooldown
/// @param lastExitMs  time of the last exit by symbol, for the exit cooldown
public record InitialState(
        double balance, List<OpenPosition> positions, Map<Symbol, Long> lastEntryMs, Map<Symbol, Long> lastExitMs) {

    public InitialState {
        positions = List.copyOf(positions);
        Set<Symbol> seen = new HashSet<>();
        for (OpenPosition position : positions) {
            if (!seen.add(position.symbol())) {
                throw new IllegalArgumentException("the initial state holds two positions of " + position.symbol());
            }
        }
        lastEntryMs = Map.copyOf(lastEntryMs);
        lastExitMs = Map.copyOf(lastExitMs);
    }

    public record OpenPosition(
            Symbol symbol,
            boolean isLong,
            double size,
            double entryPrice,
            double entryAtr,
            Confidence confidence,
            double leverage,
            double margin,
            OptionalDouble trailingStop,
            int adds,
            boolean tp1Taken,
            long openTimeMs,
            long lastAddTimeMs,
            double entryAdxThreshold) {}
}
