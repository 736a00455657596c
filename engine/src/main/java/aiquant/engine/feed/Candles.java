package aiquant.engine.feed;

import aiquant.kernel.market.CandleSeries;

/// Closed candles of a symbol with their source.
///
/// @param ageMs since the close of the newest
/// @param isStale whether that is longer than candles of this length should take
public record Candles(CandleSeries series, PriceSource source, long ageMs, boolean isStale) {}
