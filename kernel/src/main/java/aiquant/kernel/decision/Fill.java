package aiquant.kernel.decision;

import aiquant.kernel.market.Symbol;

/// What a venue did for one intent, as the kernel books it. Prices in quote currency, size in base units, money in USD.
///
/// @param intent what was asked for
/// @param timeMs when it counts: the decided bar's open time in a replay
/// @param size   units filled, at most what was asked for
/// @param fee    charged by the venue
public record Fill(Intent intent, long timeMs, double price, double size, double fee) {

    public Fill {
        if (!(size > 0.0) || !(price > 0.0)) {
            throw new IllegalArgumentException("a fill needs a positive price and size: " + price + " × " + size);
        }
    }

    public Symbol symbol() {
        return intent.symbol();
    }
}
