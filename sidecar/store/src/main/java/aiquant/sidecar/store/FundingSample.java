package aiquant.sidecar.store;

import aiquant.kernel.market.Symbol;
import java.util.OptionalDouble;

/// One published funding rate.
///
/// @param rate fraction of notional per hour, positive when longs pay
/// @param premium the premium it was computed from, where known
public record FundingSample(Symbol symbol, long timeMs, double rate, OptionalDouble premium) {

    public FundingSample {
        if (!Double.isFinite(rate)) {
            throw new IllegalArgumentException(
                    "funding rate of " + symbol + " at " + timeMs + " must be finite: " + rate);
        }
    }
}
