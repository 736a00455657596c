package aiquant.sidecar;

/// A stretch of history to ask the exchange for, by open times, both included.
record Fetch(SeriesKey key, long fromMs, long toMs) {}
