package aiquant.engine.shadow;

import aiquant.kernel.market.Symbol;

/// An intent that never became a fill.
///
/// @param timeMs open time of the bar that decided it
/// @param why what the venue or the risk gate said
public record Unfilled(long timeMs, Symbol symbol, String why) {}
