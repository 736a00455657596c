package aiquant.sidecar;

import aiquant.exchange.wire.Bar;
import java.util.List;
import java.util.NavigableMap;

/// What the exchange's history and our database hold for a stretch and the bar before it.
///
/// @param askedMs when the question left; a bar that was not over by then was still open
/// @param bars as the exchange sent them
/// @param stored our closed bars by open time; they say nothing about trades
record Fetched(Fetch fetch, long askedMs, List<Bar> bars, NavigableMap<Long, MarketBar> stored) {}
