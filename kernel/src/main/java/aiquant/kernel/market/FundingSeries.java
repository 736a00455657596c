package aiquant.kernel.market;

/// Funding rates of one symbol: fraction of notional per hour, positive when longs pay, in strictly increasing time
/// order.
public record FundingSeries(Symbol symbol, long[] timeMs, double[] rate) {

    public FundingSeries {
        if (timeMs.length != rate.length) {
            throw new IllegalArgumentException("columns of " + symbol + " differ in length");
        }
        for (int i = 1; i < timeMs.length; i++) {
            if (timeMs[i] <= timeMs[i - 1]) {
                throw new IllegalArgumentException(symbol + " funding: sample " + i + " at " + timeMs[i]
                        + " is not later than the one before it at " + timeMs[i - 1]);
            }
        }
    }
}
