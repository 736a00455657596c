package aiquant.sidecar;

import java.util.OptionalLong;

/// How complete one series is.
///
/// @param have closed bars within the horizon
/// @param expected bars that the horizon has room for
/// @param missing bars that can still be fetched
/// @param lost bars that the exchange no longer has
/// @param lastError of the history, empty when the last question was answered
public record SeriesHealth(
        SeriesKey key,
        boolean isReady,
        long have,
        long expected,
        long missing,
        long lost,
        OptionalLong minMs,
        OptionalLong maxMs,
        OptionalLong earliestMs,
        long checkedMs,
        OptionalLong lastFilledMs,
        String lastError) {}
