package aiquant.kernel.decision;

import aiquant.kernel.market.Symbol;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What the kernel wants to keep from one event to the next, besides positions and cash.
///
/// @param mark       the symbol's latest close, after a bar
/// @param trailing   its trailing stop, once armed; also when the bar wants to close, for the close may not fill
/// @param candidates the round's entries found so far
public record Memory(
        Optional<Symbol> symbol, OptionalDouble mark, OptionalDouble trailing, List<EntryCandidate> candidates) {

    public Memory {
        candidates = List.copyOf(candidates);
    }

    /// An entry waiting for the end of its round.
    public record EntryCandidate(
            Symbol symbol, boolean isLong, int confidence, double price, double atr, double adx, double adxThreshold) {}
}
