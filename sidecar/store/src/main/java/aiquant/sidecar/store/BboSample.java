package aiquant.sidecar.store;

import aiquant.kernel.market.Symbol;

/// The best bid and ask of a symbol at one moment.
public record BboSample(Symbol symbol, long timeMs, double bid, double ask) {

    public BboSample {
        if (!(bid > 0 && ask >= bid && ask < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("bid and ask of " + symbol + " at " + timeMs
                    + " must be prices, the bid not above: " + bid + " " + ask);
        }
    }

    public double mid() {
        return (bid + ask) / 2;
    }
}
