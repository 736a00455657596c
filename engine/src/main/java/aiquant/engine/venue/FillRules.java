package aiquant.engine.venue;

import java.math.BigDecimal;

/// How a paper venue fills orders at quotes.
///
/// @param latencyMs from sending an order to the quote it meets
/// @param patienceMs how long after that an order waits for a quote before it expires
/// @param touchMs how old bid and ask may be
/// @param midMs how old a middle price may be that stands in for them
/// @param feeRate of what is bought or sold, as the exchange charges for orders that fill at once
/// @param leastUsd the least worth of an order, unless it closes a position
/// @param entryMs how long after the opening of its bar an entry may still be filled: what a market was like long ago
/// is no reason to enter it now
public record FillRules(
        long latencyMs,
        long patienceMs,
        long touchMs,
        long midMs,
        BigDecimal feeRate,
        BigDecimal leastUsd,
        long entryMs) {

    /// The exchange's first fee tier and its least order value.
    public static final FillRules STANDARD =
            new FillRules(250, 5_000, 15_000, 10_000, new BigDecimal("0.00045"), BigDecimal.TEN, Long.MAX_VALUE);

    public FillRules {
        if (latencyMs < 0 || patienceMs < 0 || touchMs < 0 || midMs < 0) {
            throw new IllegalArgumentException("times must not be negative: " + latencyMs + " " + patienceMs + " "
                    + touchMs + " " + midMs + " ms");
        }
    }

    /// With entries on bars of that length until the next bar has closed.
    public FillRules onBarsOf(long lengthMs) {
        return new FillRules(latencyMs, patienceMs, touchMs, midMs, feeRate, leastUsd, 2 * lengthMs);
    }
}
