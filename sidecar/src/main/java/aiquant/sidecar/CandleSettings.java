package aiquant.sidecar;

import aiquant.kernel.market.Interval;
import java.util.Map;
import java.util.Set;

/// How candles are collected and kept.
///
/// @param isStreamed whether candles come by stream; else by history alone
/// @param graceMs how long after its end a bar may still change
/// @param persistMs the least time between two rows of an open bar
/// @param verifyGapMs the least time between two confirmations of a series by the history
/// @param verifySpacingMs the least time between any two confirmations
/// @param spacingMs the least time between two questions to the history
/// @param maxInFlight how many questions may be open at once
/// @param chunkBars bars per question
/// @param horizonsMs history kept per interval; a day where nothing is said
/// @param keptForEver intervals that are never pruned
public record CandleSettings(
        boolean isStreamed,
        long graceMs,
        long persistMs,
        long verifyGapMs,
        long verifySpacingMs,
        long spacingMs,
        int maxInFlight,
        int chunkBars,
        Map<Interval, Long> horizonsMs,
        Set<Interval> keptForEver) {

    private static final long DAY_MS = 86_400_000L;

    public static final CandleSettings STANDARD = new CandleSettings(
            true,
            2_000,
            60_000,
            60_000,
            3_000,
            500,
            4,
            1_500,
            Map.of(
                    Interval.M1, DAY_MS,
                    Interval.M3, 7 * DAY_MS,
                    Interval.M5, 7 * DAY_MS,
                    Interval.M15, 30 * DAY_MS,
                    Interval.M30, 30 * DAY_MS,
                    Interval.H1, 120 * DAY_MS),
            Set.of(Interval.M3, Interval.M5));

    public CandleSettings {
        if (chunkBars < 100 || chunkBars > HistoryRows.SURELY_KEPT) {
            throw new IllegalArgumentException(
                    "bars per question must be 100 to " + HistoryRows.SURELY_KEPT + ": " + chunkBars);
        }
        horizonsMs = Map.copyOf(horizonsMs);
        keptForEver = Set.copyOf(keptForEver);
    }

    /// How far back a series of at least so many bars must reach, without its buffer.
    long horizonMs(Interval interval, int bars) {
        return Math.max(horizonsMs.getOrDefault(interval, DAY_MS), bars * interval.lengthMs());
    }

    /// A tenth of the horizon, at least six hours and at most a week.
    static long bufferMs(long horizonMs) {
        return Math.clamp(horizonMs / 10, DAY_MS / 4, 7 * DAY_MS);
    }
}
