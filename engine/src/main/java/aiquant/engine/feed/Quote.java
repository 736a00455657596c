package aiquant.engine.feed;

import aiquant.money.Price;
import java.util.Optional;

/// A price as people see it: with who said it, when, and how old that is.
///
/// @param touch bid and ask from the same source, where they are as new as the price
/// @param isStale whether no source has a price within its limit; then this is the newest there is
public record Quote(Price price, Optional<Touch> touch, PriceSource source, long timeMs, long ageMs, boolean isStale) {}
