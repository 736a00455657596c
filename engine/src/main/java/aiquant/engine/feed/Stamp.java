package aiquant.engine.feed;

/// Who said something, and when.
///
/// @param timeMs the market's time, for people and records
/// @param steadyMs the same moment as [MarketTime] counts, for ages
public record Stamp(PriceSource source, long timeMs, long steadyMs) {}
