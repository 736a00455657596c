package aiquant.sidecar;

import aiquant.sidecar.store.CandleCoverage;
import aiquant.sidecar.store.Coverage;
import aiquant.sidecar.store.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Knows exactly which bars of one series are missing or unconfirmed, and what to ask the history for next.
///
/// A series whose questions fail waits longer each time. What the exchange never had, or has no more, is remembered for
/// some hours and not asked for again. One thread.
final class GapFiller {

    private static final long FIRST_WAIT_MS = 1_000;
    private static final long LONGEST_WAIT_MS = 300_000;
    private static final int BELIEVED_DOUBTS = 4;
    private static final long BELIEVED_MS = 6 * 3_600_000L;
    private static final long ASK_AGAIN_MS = 60_000;
    private static final int KEPT_BY_EXCHANGE = 5_000;

    private final SeriesKey key;
    private final CandleSettings settings;
    private final long lengthMs;

    private Optional<CandleCoverage> coverage = Optional.empty();
    private int bars;
    private int waitingRows;
    private boolean isAsking;
    private long answeredFromMs = -1;
    private long answeredMs;
    private OptionalLong earliestMs = OptionalLong.empty();
    private Coverage lost;
    private long believedSinceMs;
    private long failures;
    private int doubtfulAnswers;
    private long notBeforeMs;
    private long confirmNotBeforeMs;
    private OptionalLong lastFilledMs = OptionalLong.empty();
    private String lastError = "";

    GapFiller(SeriesKey key, CandleSettings settings) {
        this.key = key;
        this.settings = settings;
        this.lengthMs = key.interval().lengthMs();
        this.lost = new Coverage(key.interval());
    }

    /// @param wanted the bars that somebody needs at least
    void want(int wanted) {
        bars = wanted;
    }

    /// What the database holds.
    void loaded(CandleCoverage found) {
        coverage = Optional.of(found);
    }

    boolean isLoaded() {
        return coverage.isPresent();
    }

    /// Rows of the series are on their way to disk.
    void writing(int rows) {
        waitingRows += rows;
    }

    void written(int rows) {
        waitingRows -= rows;
    }

    void present(long openTimeMs, boolean isConfirmed) {
        coverage.ifPresent(found -> {
            found.present().add(openTimeMs);
            if (isConfirmed) {
                found.confirmed().add(openTimeMs);
            } else {
                found.confirmed().remove(openTimeMs);
            }
        });
    }

    void doubt(long openTimeMs) {
        coverage.ifPresent(found -> found.confirmed().remove(openTimeMs));
    }

    void pruned(long beforeMs) {
        coverage.ifPresent(found -> {
            found.present().removeBefore(beforeMs);
            found.confirmed().removeBefore(beforeMs);
        });
    }

    /// The next stretch that is missing, if this is the time to ask for one.
    Optional<Fetch> nextMissing(long nowMs) {
        if (!mayAsk(nowMs)) {
            return Optional.empty();
        }
        return chunk(missing(nowMs, lastOverMs(nowMs)))
                .filter(fetch -> fetch.fromMs() != answeredFromMs || nowMs >= answeredMs + ASK_AGAIN_MS);
    }

    /// The next stretch that the history has not confirmed, if this is the time to ask for one.
    Optional<Fetch> nextUnconfirmed(long nowMs) {
        if (!mayAsk(nowMs) || nowMs < confirmNotBeforeMs || coverage.isEmpty()) {
            return Optional.empty();
        }
        return chunk(known(coverage.get().confirmed().missing(firstMs(nowMs), lastOverMs(nowMs))));
    }

    private boolean mayAsk(long nowMs) {
        return isLoaded() && !isAsking && waitingRows == 0 && nowMs >= notBeforeMs;
    }

    private Optional<Fetch> chunk(List<TimeRange> ranges) {
        if (ranges.isEmpty()) {
            return Optional.empty();
        }
        long fromMs = ranges.getFirst().minMs();
        long toMs = Math.min(ranges.getLast().maxMs(), fromMs + (settings.chunkBars() - 1) * lengthMs);
        return Optional.of(new Fetch(key, fromMs, toMs));
    }

    void asked(long nowMs) {
        isAsking = true;
        if (nowMs - believedSinceMs > BELIEVED_MS) {
            believedSinceMs = nowMs;
            earliestMs = OptionalLong.empty();
            lost = new Coverage(key.interval());
        }
    }

    /// Whether the database holds a bar from before that time.
    boolean hasOlder(long openTimeMs) {
        return coverage.isPresent()
                && !coverage.get().present().isEmpty()
                && coverage.get().present().firstMs() < openTimeMs;
    }

    /// @return whether the answer is to be believed; one that leaves out bars we know is, once it came several times
    boolean answered(Fetch fetch, HistoryRows rows, long nowMs) {
        if (rows.isDoubtful() && ++doubtfulAnswers < BELIEVED_DOUBTS) {
            failed(key + ": the exchange's history leaves out bars with trades", nowMs);
            return false;
        }
        doubtfulAnswers = 0;
        isAsking = false;
        answeredFromMs = fetch.fromMs();
        answeredMs = nowMs;
        failures = 0;
        lastError = "";
        lastFilledMs = OptionalLong.of(nowMs);
        confirmNotBeforeMs = nowMs + settings.verifyGapMs();
        if (rows.firstMs().isPresent()) {
            earliestMs = OptionalLong.of(Math.max(rows.firstMs().getAsLong(), earliestMs.orElse(Long.MIN_VALUE)));
        }
        rows.lost().forEach(lost::add);
        if (!rows.denied().isEmpty()) {
            // The trades were seen; asking for ever would not bring them into the exchange's history.
            rows.denied().forEach(open -> present(open, true));
            lastError =
                    key + ": the exchange's history leaves out " + rows.denied().size()
                            + " bars with trades, the first at " + rows.denied().getFirst();
        }
        return true;
    }

    void failed(String reason, long nowMs) {
        isAsking = false;
        failures++;
        lastError = reason;
        notBeforeMs = nowMs + Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS << Math.min(20, failures - 1));
    }

    /// The newest bar that the history must know by now.
    private long lastOverMs(long nowMs) {
        long graceMs = settings.isStreamed() ? 2 * settings.graceMs() + 1_000 : settings.graceMs();
        return Math.floorDiv(nowMs - graceMs, lengthMs) * lengthMs - lengthMs;
    }

    private long requiredMs(long nowMs) {
        long horizonMs = settings.horizonMs(key.interval(), bars);
        return nowMs - horizonMs - CandleSettings.bufferMs(horizonMs);
    }

    /// The first bar worth asking for.
    private long firstMs(long nowMs) {
        long keptMs = nowMs - KEPT_BY_EXCHANGE * lengthMs;
        return Math.max(Math.max(requiredMs(nowMs), keptMs), earliestMs.orElse(0));
    }

    private List<TimeRange> missing(long nowMs, long lastMs) {
        return coverage.map(found -> known(found.present().missing(firstMs(nowMs), lastMs)))
                .orElse(List.of());
    }

    /// Without what nobody can tell about any more.
    private List<TimeRange> known(List<TimeRange> ranges) {
        if (lost.isEmpty()) {
            return ranges;
        }
        List<TimeRange> left = new ArrayList<>();
        ranges.forEach(range -> left.addAll(lost.missing(range.minMs(), range.maxMs())));
        return left;
    }

    /// Before that time rows may be deleted.
    long pruneBeforeMs(long nowMs) {
        long horizonMs = settings.horizonMs(key.interval(), bars);
        return nowMs - horizonMs - 2 * CandleSettings.bufferMs(horizonMs);
    }

    SeriesHealth health(long nowMs) {
        if (coverage.isEmpty()) {
            return new SeriesHealth(
                    key,
                    false,
                    0,
                    expected(),
                    0,
                    0,
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    earliestMs,
                    nowMs,
                    lastFilledMs,
                    lastError);
        }
        Coverage present = coverage.get().present();
        long lastMs = nowMs - 2 * lengthMs - settings.graceMs();
        long missing = present.bars(missing(nowMs, lastMs));
        long neededMs = Math.max(nowMs - (bars + 1L) * lengthMs, earliestMs.orElse(0));
        long absent = present.bars(present.missing(neededMs, lastMs));
        long have = present.count(requiredMs(nowMs), nowMs);
        return new SeriesHealth(
                key,
                missing == 0 && absent == 0 && have > 0,
                have,
                expected(),
                missing,
                lost.count(requiredMs(nowMs), nowMs),
                present.isEmpty() ? OptionalLong.empty() : OptionalLong.of(present.firstMs()),
                present.isEmpty() ? OptionalLong.empty() : OptionalLong.of(present.lastMs()),
                earliestMs,
                nowMs,
                lastFilledMs,
                lastError);
    }

    private long expected() {
        return settings.horizonMs(key.interval(), bars) / lengthMs + 1;
    }
}
