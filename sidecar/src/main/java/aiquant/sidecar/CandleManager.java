package aiquant.sidecar;

import aiquant.exchange.wire.Bar;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import aiquant.sidecar.store.CandleCoverage;
import aiquant.sidecar.store.Origin;
import aiquant.sidecar.store.StoredCandle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Keeps every wanted series whole: what the stream says becomes rows, what it left out is asked of the history.
///
/// It touches neither network nor disk. What it wants done lies in [Work] after each call; what came of it is told by
/// [#loaded], [#written], [#fetched] and [#fetchFailed]. One thread, which gives it the time as well.
final class CandleManager {

    private static final long PRUNE_EVERY_MS = 60_000;

    private final CandleSettings settings;
    private final SortedMap<SeriesKey, Series> bySeries = new TreeMap<>();
    private Work work = new Work();
    private long heardMs;
    private int inFlight;
    private long nextQuestionMs;
    private long nextConfirmationMs;
    private long nextPruneMs;
    private Optional<SeriesKey> lastAsked = Optional.empty();
    private Optional<SeriesKey> lastCompared = Optional.empty();
    private long refusedBars;

    /// What is to be done for the series now.
    static final class Work {
        /// Rows to write, by the file they belong to.
        final Map<Interval, List<StoredCandle>> rows = new EnumMap<>(Interval.class);

        /// Stretches to ask the history for.
        final List<Fetch> fetches = new ArrayList<>();

        /// Series whose coverage is to be read from the database.
        final List<SeriesKey> loads = new ArrayList<>();

        /// Series of which everything before a time is to be deleted.
        final Map<SeriesKey, Long> prunes = new TreeMap<>();
    }

    private static final class Series {
        private final CandleBuilder builder;
        private final GapFiller gaps;
        private boolean isWanted = true;
        private boolean isLoading;
        private final Map<Long, Boolean> writtenWhileLoading = new HashMap<>();

        private Series(CandleBuilder builder, GapFiller gaps) {
            this.builder = builder;
            this.gaps = gaps;
        }
    }

    CandleManager(CandleSettings settings) {
        this.settings = settings;
    }

    Work takeWork() {
        Work taken = work;
        work = new Work();
        return taken;
    }

    /// The series that are wanted now; others are left as they are on disk.
    void want(SortedMap<SeriesKey, Integer> wanted) {
        bySeries.values().forEach(series -> series.isWanted = false);
        wanted.forEach((key, bars) -> {
            Series series = bySeries.computeIfAbsent(key, this::begin);
            series.isWanted = true;
            series.gaps.want(bars);
        });
        bySeries.forEach((key, series) -> {
            if (!series.isWanted) {
                series.builder.disconnected();
            }
        });
    }

    private Series begin(SeriesKey key) {
        Series series = new Series(
                new CandleBuilder(key, settings.graceMs(), settings.persistMs()), new GapFiller(key, settings));
        load(key, series);
        return series;
    }

    private void load(SeriesKey key, Series series) {
        series.isLoading = true;
        work.loads.add(key);
    }

    void loaded(SeriesKey key, CandleCoverage coverage) {
        Series series = bySeries.get(key);
        if (series != null) {
            series.gaps.loaded(coverage);
            series.writtenWhileLoading.forEach(series.gaps::present);
            series.writtenWhileLoading.clear();
            series.isLoading = false;
        }
    }

    /// Tries once more, later, what could not be read.
    void loadFailed(SeriesKey key) {
        work.loads.add(key);
    }

    void disconnected() {
        bySeries.values().forEach(series -> series.builder.disconnected());
    }

    /// The connection said something, about whatever.
    void heard(long nowMs) {
        heardMs = nowMs;
    }

    /// A candle of the stream.
    void onBar(Bar bar, long receivedMs) {
        try {
            SeriesKey key = new SeriesKey(new Symbol(bar.coin()), Interval.of(bar.interval()));
            Series series = bySeries.get(key);
            if (series == null || !series.isWanted) {
                return;
            }
            MarketBar checked = MarketBar.of(key, bar);
            if (checked.openTimeMs() > receivedMs + key.interval().lengthMs()) {
                throw new IllegalArgumentException(key + ": a bar of the future");
            }
            write(key, series, series.builder.onBar(checked, receivedMs));
            series.builder.takeDoubts().forEach(series.gaps::doubt);
        } catch (IllegalArgumentException e) {
            refusedBars++;
        }
    }

    private void write(SeriesKey key, Series series, List<StoredCandle> rows) {
        if (!rows.isEmpty()) {
            series.gaps.writing(rows.size());
            work.rows.computeIfAbsent(key.interval(), _ -> new ArrayList<>()).addAll(rows);
        }
    }

    /// Rows are on disk.
    void written(List<StoredCandle> rows) {
        for (StoredCandle row : rows) {
            Series series = bySeries.get(keyOf(row));
            if (series == null) {
                continue;
            }
            series.gaps.written(1);
            if (row.isClosed()) {
                boolean isConfirmed = row.origin() != Origin.STREAM;
                long openTimeMs = row.candle().openTimeMs();
                series.gaps.present(openTimeMs, isConfirmed);
                if (series.isLoading) {
                    series.writtenWhileLoading.put(openTimeMs, isConfirmed);
                }
            }
        }
    }

    /// Rows could not be written; their bars stay missing.
    void writeFailed(List<StoredCandle> rows) {
        for (StoredCandle row : rows) {
            Series series = bySeries.get(keyOf(row));
            if (series != null) {
                series.gaps.written(1);
            }
        }
    }

    private static SeriesKey keyOf(StoredCandle row) {
        return new SeriesKey(row.candle().symbol(), row.candle().interval());
    }

    /// Closes bars by the clock and decides what to ask next. To be called several times a second.
    void tick(long nowMs) {
        bySeries.forEach((key, series) -> {
            if (series.isWanted) {
                write(key, series, series.builder.onClock(nowMs, heardMs));
            }
        });
        askForMissing(nowMs);
        askForConfirmation(nowMs);
        if (nowMs >= nextPruneMs) {
            nextPruneMs = nowMs + PRUNE_EVERY_MS;
            prune(nowMs);
            compareOneWithDisk();
        }
    }

    /// What is remembered of a series should be what is on disk; one after the other is read again to be sure.
    private void compareOneWithDisk() {
        inTurnAfter(lastCompared).stream().findFirst().ifPresent(key -> {
            lastCompared = Optional.of(key);
            Series series = bySeries.get(key);
            if (series != null && series.isWanted && !series.isLoading) {
                load(key, series);
            }
        });
    }

    private void askForMissing(long nowMs) {
        if (!mayAsk(nowMs)) {
            return;
        }
        for (SeriesKey key : inTurnAfter(lastAsked)) {
            Series series = bySeries.get(key);
            Optional<Fetch> fetch =
                    series == null || !series.isWanted ? Optional.empty() : series.gaps.nextMissing(nowMs);
            if (fetch.isPresent()) {
                ask(fetch.get(), nowMs);
                return;
            }
        }
    }

    private void askForConfirmation(long nowMs) {
        if (!mayAsk(nowMs) || nowMs < nextConfirmationMs) {
            return;
        }
        for (SeriesKey key : inTurnAfter(lastAsked)) {
            Series series = bySeries.get(key);
            Optional<Fetch> fetch =
                    series == null || !series.isWanted ? Optional.empty() : series.gaps.nextUnconfirmed(nowMs);
            if (fetch.isPresent()) {
                nextConfirmationMs = nowMs + settings.verifySpacingMs();
                ask(fetch.get(), nowMs);
                return;
            }
        }
    }

    private boolean mayAsk(long nowMs) {
        return inFlight < settings.maxInFlight() && nowMs >= nextQuestionMs;
    }

    private void ask(Fetch fetch, long nowMs) {
        lastAsked = Optional.of(fetch.key());
        nextQuestionMs = nowMs + settings.spacingMs();
        inFlight++;
        Series series = bySeries.get(fetch.key());
        if (series != null) {
            series.gaps.asked(nowMs);
        }
        work.fetches.add(fetch);
    }

    /// All series, beginning after that one.
    private List<SeriesKey> inTurnAfter(Optional<SeriesKey> last) {
        List<SeriesKey> keys = new ArrayList<>(bySeries.keySet());
        if (last.isPresent()) {
            Collections.rotate(keys, -bySeries.headMap(last.get()).size() - 1);
        }
        return keys;
    }

    void fetched(Fetched fetched, long nowMs) {
        inFlight--;
        Series series = bySeries.get(fetched.fetch().key());
        if (series == null) {
            return;
        }
        try {
            HistoryRows rows =
                    HistoryRows.of(fetched, series.gaps.hasOlder(fetched.fetch().fromMs()), settings.graceMs());
            if (series.gaps.answered(fetched.fetch(), rows, nowMs)) {
                apply(fetched, series, rows);
            }
        } catch (IllegalArgumentException e) {
            refusedBars++;
            series.gaps.failed(String.valueOf(e.getMessage()), nowMs);
        }
    }

    private void apply(Fetched fetched, Series series, HistoryRows rows) {
        SeriesKey key = fetched.fetch().key();
        TreeMap<Long, StoredCandle> byTime = new TreeMap<>();
        rows.certain()
                .forEach(bar -> byTime.put(bar.openTimeMs(), bar.stored(key, true, Origin.REST, fetched.askedMs())));
        rows.likely()
                .forEach(bar -> byTime.put(bar.openTimeMs(), bar.stored(key, true, Origin.STREAM, fetched.askedMs())));
        List<StoredCandle> news = byTime.values().stream()
                .filter(row -> series.builder.learn(MarketBar.of(row), fetched.askedMs()))
                .toList();
        write(key, series, news);
        for (MarketBar open : rows.open()) {
            if (!settings.isStreamed() && open.openTimeMs() <= fetched.askedMs()) {
                write(key, series, series.builder.onBar(open, fetched.askedMs()));
            }
        }
        if (!settings.isStreamed()) {
            series.builder.disconnected();
        }
        series.builder.takeDoubts().forEach(series.gaps::doubt);
    }

    void fetchFailed(Fetch fetch, String reason, long nowMs) {
        inFlight--;
        Series series = bySeries.get(fetch.key());
        if (series != null) {
            series.gaps.failed(reason, nowMs);
        }
    }

    private void prune(long nowMs) {
        bySeries.forEach((key, series) -> {
            if (series.isWanted && !settings.keptForEver().contains(key.interval())) {
                long beforeMs = series.gaps.pruneBeforeMs(nowMs);
                work.prunes.put(key, beforeMs);
                series.gaps.pruned(beforeMs);
            }
        });
    }

    /// The newest state of the newest bar of a series.
    Optional<MarketBar> newest(SeriesKey key) {
        return Optional.ofNullable(bySeries.get(key)).flatMap(series -> series.builder.newest());
    }

    Optional<SeriesHealth> health(SeriesKey key, long nowMs) {
        return Optional.ofNullable(bySeries.get(key))
                .filter(series -> series.isWanted)
                .map(series -> series.gaps.health(nowMs));
    }

    /// Bars that were thrown away because they could not be true.
    long refusedBars() {
        return refusedBars;
    }
}
