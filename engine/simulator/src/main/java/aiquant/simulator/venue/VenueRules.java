package aiquant.simulator.venue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/// The rules of the house that differ between reports, or that a test wants otherwise.
///
/// @param on                 behaviours that are switched on
/// @param maxDistance        a price further than this share from the mark is refused; 0.8 and 0.95 are reported
/// @param maxOracleDistance  likewise from the oracle, with its own text; counts only when it is the tighter one
/// @param markEveryMs        how often the mark follows the market
/// @param fundingDelayMs     how long after the hour funding is paid
/// @param minimumValueUsd    of an order
public record VenueRules(
        Set<Switch> on,
        BigDecimal maxDistance,
        BigDecimal maxOracleDistance,
        long markEveryMs,
        long fundingDelayMs,
        BigDecimal minimumValueUsd) {

    public VenueRules {
        on = Set.copyOf(on);
        if (markEveryMs < 1 || fundingDelayMs < 0 || fundingDelayMs >= 5000) {
            throw new IllegalArgumentException("mark every " + markEveryMs + " ms (at least 1), funding after "
                    + fundingDelayMs + " ms (0 to 4999)");
        }
    }

    public static VenueRules standard() {
        return new VenueRules(Set.of(), new BigDecimal("0.8"), new BigDecimal("0.95"), 3000, 76, BigDecimal.TEN);
    }

    public VenueRules with(Switch... switches) {
        Set<Switch> more = EnumSet.noneOf(Switch.class);
        more.addAll(on);
        more.addAll(Arrays.asList(switches));
        return new VenueRules(more, maxDistance, maxOracleDistance, markEveryMs, fundingDelayMs, minimumValueUsd);
    }

    public boolean has(Switch one) {
        return on.contains(one);
    }
}
