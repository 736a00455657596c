package aiquant.sidecar;

import aiquant.exchange.wire.AllMids;
import aiquant.exchange.wire.Bar;
import aiquant.exchange.wire.Bbo;
import aiquant.exchange.wire.Frame;
import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.market.Interval;
import aiquant.sidecar.store.CandleCoverage;
import aiquant.sidecar.store.CandleStore;
import aiquant.sidecar.store.StoreException;
import aiquant.sidecar.store.StoredCandle;
import aiquant.sidecar.store.StoredCandles;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// The thread that owns the candle series: frames, answers of the history and news of the writers come in one after the
/// other, and it never waits for any of them.
///
/// Quotes do not pass through it: the thread that reads them puts them into [Quotes] at once.
final class MarketLoop implements FeedListener, AutoCloseable {

    private static final String NAME = "market";
    /// Of real time, whatever the pace of the clock.
    private static final long TICK_MS = 100;

    private static final int LOOK_EVERY = 4;

    /// Without a new quote for so many times the grace the exchange is taken to be quiet, not late.
    private static final int QUIET_GRACES = 5;

    private static final int INBOX = 10_000;
    private static final int EVENTS_AT_ONCE = 1_000;
    private static final int WAITING_JOBS = 50_000;

    private final Path folder;
    private final MarketHistory history;
    private final InstantSource clock;
    private final Quotes quotes;
    private final CandleLog log;
    private final Consumer<Bbo> onBbo;
    private final Counters counters;
    private final Progress progress;
    private final CandleManager manager;
    private final long graceMs;
    private final BlockingQueue<Runnable> inbox = new ArrayBlockingQueue<>(INBOX);
    private final Map<Interval, Writer<CandleFileJob>> writers = new EnumMap<>(Interval.class);
    private final Map<SeriesKey, SeriesHealth> health = new ConcurrentHashMap<>();
    private final Map<SeriesKey, MarketBar> newest = new ConcurrentHashMap<>();
    private final Map<SeriesKey, Long> heardMs = new ConcurrentHashMap<>();

    /// Open times of the newest bars that came by stream, by coin and interval.
    private final Map<String, Long> streamedMs = new ConcurrentHashMap<>();

    private final Thread thread = Thread.ofPlatform().name(NAME).unstarted(this::run);
    private SortedMap<SeriesKey, Integer> wanted = new TreeMap<>();
    private long limitMs;

    /// The exchange's own time as its quotes told it on this connection; 0 before the first.
    private volatile long toldMs;

    private volatile boolean isClosing;

    /// @param onBbo told of every best bid and ask on the thread that read it
    MarketLoop(
            Path folder,
            CandleSettings settings,
            MarketHistory history,
            InstantSource clock,
            Quotes quotes,
            CandleLog log,
            Consumer<Bbo> onBbo,
            Counters counters,
            Progress progress) {
        this.folder = folder;
        this.history = history;
        this.clock = clock;
        this.quotes = quotes;
        this.log = log;
        this.onBbo = onBbo;
        this.counters = counters;
        this.progress = progress;
        this.manager = new CandleManager(settings);
        this.graceMs = settings.graceMs();
    }

    void start(long partLimitMs) {
        limitMs = partLimitMs;
        progress.expect(NAME, partLimitMs);
        thread.start();
    }

    /// The series to keep whole from now on.
    void want(SortedMap<SeriesKey, Integer> series) {
        post(() -> {
            wanted = series;
            manager.want(series);
            health.keySet().retainAll(series.keySet());
        });
    }

    @Override
    public void opened(long epoch) {
        counters.opened(clock.millis());
    }

    /// A candle frame that was lost is mended as any other: by the history, which confirms every bar.
    @Override
    public void problem(long epoch, String text, boolean isLoss) {
        counters.problem(text, clock.millis());
    }

    @Override
    public void closed(long epoch, String reason) {
        counters.closed(reason, clock.millis());
        toldMs = 0;
        post(manager::disconnected);
    }

    @Override
    public void frame(long epoch, long receivedMs, Frame frame) {
        counters.heardMs.set(receivedMs);
        switch (frame.data()) {
            case AllMids mids -> quotes.onMids(mids, receivedMs);
            case Bbo bbo -> {
                toldMs = bbo.timeMs();
                if (quotes.onBbo(bbo, receivedMs).isPresent()) {
                    onBbo.accept(bbo);
                }
            }
            case Bar bar -> onBar(bar, receivedMs);
            default -> {}
        }
    }

    /// Another state of a bar that goes on can wait for the next tick; the first one of a bar closes the bar before it.
    private void onBar(Bar bar, long receivedMs) {
        Runnable event = () -> manager.onBar(bar, receivedMs);
        Long before = streamedMs.put(bar.coin() + ' ' + bar.interval(), bar.openTimeMs());
        if (before == null || before != bar.openTimeMs() || !inbox.offer(event)) {
            post(event);
        }
    }

    /// Waits while the inbox is full, so that nothing of a candle is lost.
    private void post(Runnable event) {
        try {
            while (!isClosing && !inbox.offer(event, TICK_MS, TimeUnit.MILLISECONDS)) {
                LockSupport.unpark(thread);
            }
            LockSupport.unpark(thread);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        long tickNanos = System.nanoTime();
        int ticks = 0;
        while (!isClosing) {
            for (int i = 0; i < EVENTS_AT_ONCE && !inbox.isEmpty(); i++) {
                inbox.remove().run();
            }
            if (System.nanoTime() - tickNanos >= 0) {
                tickNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(TICK_MS);
                tick(ticks++);
            }
            carryOut(manager.takeWork());
            if (inbox.isEmpty()) {
                LockSupport.parkNanos(tickNanos - System.nanoTime());
            }
        }
    }

    private void tick(int number) {
        long nowMs = clock.millis();
        OptionalLong saidUntilMs = saidUntilMs(nowMs);
        handleWaiting();
        saidUntilMs.ifPresent(manager::heard);
        manager.tick(nowMs);
        if (number % LOOK_EVERY == 0) {
            look(nowMs);
        }
        progress.beat(NAME);
    }

    /// Until when the exchange has surely told what it has to tell: a connection that lags behind says so by the times
    /// of
    /// its quotes.
    private OptionalLong saidUntilMs(long nowMs) {
        OptionalLong heard = Counters.time(counters.heardMs);
        return heard.isEmpty()
                ? heard
                : OptionalLong.of(Math.min(heard.getAsLong(), Math.max(toldMs, nowMs - QUIET_GRACES * graceMs)));
    }

    /// Frames that came before this moment count before its time does.
    private void handleWaiting() {
        for (int i = inbox.size(); i > 0; i--) {
            Runnable event = inbox.poll();
            if (event != null) {
                event.run();
            }
        }
    }

    private void look(long nowMs) {
        for (SeriesKey key : wanted.keySet()) {
            manager.health(key, nowMs).ifPresent(found -> health.put(key, found));
            manager.newest(key).ifPresent(bar -> {
                MarketBar before = newest.put(key, bar);
                if (!bar.equals(before)) {
                    heardMs.put(key, nowMs);
                }
            });
        }
    }

    private void carryOut(CandleManager.Work work) {
        work.rows.forEach((interval, rows) -> {
            if (!writer(interval).offer(new CandleFileJob.Rows(rows))) {
                counters.droppedRows.addAndGet(rows.size());
                manager.writeFailed(rows);
            }
        });
        work.prunes.forEach(
                (key, beforeMs) -> writer(key.interval()).offer(new CandleFileJob.Prune(key.symbol(), beforeMs)));
        work.loads.forEach(key -> Thread.ofVirtual().start(() -> load(key)));
        work.fetches.forEach(fetch -> Thread.ofVirtual().start(() -> fetch(fetch)));
    }

    private Writer<CandleFileJob> writer(Interval interval) {
        return writers.computeIfAbsent(interval, _ -> {
            Writer<CandleFileJob> writer = new Writer<>(
                    "candles " + interval,
                    WAITING_JOBS,
                    () -> new CandleFileJob.File(
                            CandleStore.open(folder, interval, clock), this::written, this::refused),
                    counters,
                    progress);
            writer.start(limitMs);
            return writer;
        });
    }

    /// On the thread of a writer: candles are announced when they are on disk, before anything else.
    private void written(List<StoredCandle> rows) {
        log.publish(rows);
        post(() -> manager.written(rows));
    }

    private void refused(List<StoredCandle> rows) {
        post(() -> manager.writeFailed(rows));
    }

    private void load(SeriesKey key) {
        try {
            CandleCoverage coverage = CandleCoverage.read(folder, key.interval(), key.symbol());
            post(() -> manager.loaded(key, coverage));
        } catch (StoreException e) {
            counters.writeFailed(String.valueOf(e.getMessage()));
            pause();
            post(() -> manager.loadFailed(key));
        }
    }

    private static void pause() {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void fetch(Fetch fetch) {
        SeriesKey key = fetch.key();
        long fromMs = fetch.askFromMs();
        long askedMs = clock.millis();
        try {
            List<Bar> bars = history.candles(key.symbol(), key.interval(), fromMs, fetch.toMs());
            NavigableMap<Long, MarketBar> stored = new TreeMap<>();
            StoredCandles.read(folder, key.interval(), key.symbol(), fromMs, fetch.toMs())
                    .ifPresent(series -> put(series, stored));
            post(() -> manager.fetched(new Fetched(fetch, askedMs, bars, stored), clock.millis()));
        } catch (HistoryException | StoreException e) {
            post(() -> manager.fetchFailed(fetch, String.valueOf(e.getMessage()), clock.millis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void put(CandleSeries series, Map<Long, MarketBar> stored) {
        for (int i = 0; i < series.size(); i++) {
            stored.put(
                    series.openTimeMs()[i],
                    new MarketBar(
                            series.openTimeMs()[i],
                            series.open()[i],
                            series.high()[i],
                            series.low()[i],
                            series.close()[i],
                            series.volume()[i],
                            0));
        }
    }

    /// Empty for a series that nobody wants, or that was not looked at yet.
    Optional<SeriesHealth> health(SeriesKey key) {
        return Optional.ofNullable(health.get(key));
    }

    /// The newest state of the newest bar.
    Optional<MarketBar> newest(SeriesKey key) {
        return Optional.ofNullable(newest.get(key));
    }

    /// When the newest bar last changed.
    Optional<Long> heardMs(SeriesKey key) {
        return Optional.ofNullable(heardMs.get(key));
    }

    @Override
    public void close() {
        isClosing = true;
        LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        carryOutLast();
        writers.values().forEach(Writer::close);
        progress.done(NAME);
    }

    /// Rows that were decided on but not handed over yet.
    private void carryOutLast() {
        for (Runnable event = inbox.poll(); event != null; event = inbox.poll()) {
            event.run();
        }
        manager.takeWork().rows.forEach((interval, rows) -> writer(interval).offer(new CandleFileJob.Rows(rows)));
    }
}
