package aiquant.sidecar;

import aiquant.exchange.wire.Bar;
import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.market.Interval;
import aiquant.sidecar.store.CandleCoverage;
import aiquant.sidecar.store.CandleStore;
import aiquant.sidecar.store.StoredCandle;
import aiquant.sidecar.store.StoredCandles;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/// Minutes of a market in milliseconds: a candle manager, real databases, and a connection and a history that fail in
/// every way the seed asks for.
final class CandleWorld implements AutoCloseable {

    private final Path folder;
    private final List<Truth> truths;
    private final CandleSettings settings;
    private final Random random;
    private final SortedMap<SeriesKey, Integer> wanted = new TreeMap<>();
    private final Map<SeriesKey, Truth> byKey = new HashMap<>();
    private final Map<SeriesKey, Integer> nextTrade = new HashMap<>();
    private final PriorityQueue<Late> late = new PriorityQueue<>((a, b) -> Long.compare(a.atMs, b.atMs));
    private final Map<Interval, CandleStore> stores = new EnumMap<>(Interval.class);
    final List<StoredCandle> announced = new ArrayList<>();

    private CandleManager manager;
    private long nowMs;
    private boolean isConnected;
    private boolean isSilent;
    private boolean isKind;
    int questions;

    private record Late(long atMs, Bar bar) {}

    CandleWorld(Path folder, List<Truth> truths, CandleSettings settings, int bars, long startMs, long seed) {
        this.folder = folder;
        this.truths = truths;
        this.settings = settings;
        this.random = new Random(seed);
        this.nowMs = startMs;
        for (Truth truth : truths) {
            wanted.put(truth.key, bars);
            byKey.put(truth.key, truth);
        }
        this.manager = begun();
    }

    private CandleManager begun() {
        CandleManager begun = new CandleManager(settings);
        begun.want(wanted);
        return begun;
    }

    long nowMs() {
        return nowMs;
    }

    Optional<SeriesHealth> health(SeriesKey key) {
        return manager.health(key, nowMs);
    }

    /// Nothing fails any more.
    void heal() {
        isKind = true;
        isSilent = false;
        if (!isConnected) {
            connect();
        }
    }

    void run(long durationMs, long stepMs) {
        long endMs = nowMs + durationMs;
        while (nowMs < endMs) {
            nowMs += stepMs;
            if (!isKind) {
                mistreat();
            }
            stream();
            manager.tick(nowMs);
            work();
        }
    }

    private void mistreat() {
        double fate = random.nextDouble();
        if (fate < 0.002) {
            kill();
        } else if (isConnected && fate < 0.006) {
            isConnected = false;
            manager.disconnected();
        } else if (!isConnected && fate < 0.03) {
            connect();
        } else if (fate > 0.995) {
            isSilent = !isSilent;
        }
    }

    private void connect() {
        isConnected = true;
        for (Truth truth : truths) {
            truth.current(nowMs).forEach(bar -> hear(bar, nowMs));
        }
    }

    /// Everything in memory is gone; rows that were not written yet are lost.
    private void kill() {
        manager = begun();
        isConnected = false;
        late.clear();
    }

    private void stream() {
        for (Truth truth : truths) {
            int next = nextTrade.getOrDefault(truth.key, 0);
            while (next < truth.trades() && truth.timeMs(next) <= nowMs) {
                if (truth.timeMs(next) > nowMs - 5_000) {
                    send(truth.frame(next));
                }
                next++;
            }
            nextTrade.put(truth.key, next);
        }
        while (!late.isEmpty() && late.peek().atMs <= nowMs) {
            hear(late.poll().bar, nowMs);
        }
        if (isConnected && !isSilent) {
            manager.heard(nowMs);
        }
    }

    private void send(Bar bar) {
        if (!isConnected) {
            return;
        }
        double fate = isKind ? 0.5 : random.nextDouble();
        if (fate < 0.05) {
            return;
        }
        if (fate < 0.15) {
            late.add(new Late(nowMs + random.nextInt(90_000), bar));
            return;
        }
        hear(bar, nowMs);
        if (fate > 0.9) {
            hear(bar, nowMs);
        }
    }

    private void hear(Bar bar, long atMs) {
        if (isConnected && !isSilent) {
            manager.onBar(bar, atMs);
        }
    }

    private void work() {
        CandleManager.Work work = manager.takeWork();
        for (SeriesKey key : work.loads) {
            manager.loaded(key, CandleCoverage.read(folder, key.interval(), key.symbol()));
        }
        work.rows.forEach((interval, rows) -> {
            store(interval).append(rows);
            announced.addAll(rows);
            manager.written(rows);
        });
        work.prunes.forEach((key, beforeMs) -> store(key.interval()).prune(key.symbol(), beforeMs));
        work.fetches.forEach(this::fetch);
    }

    private void fetch(Fetch fetch) {
        questions++;
        double fate = isKind ? 1 : random.nextDouble();
        if (fate < 0.2) {
            manager.fetchFailed(fetch, "seeded failure", nowMs);
            return;
        }
        boolean isEmptyByMistake = fate < 0.23;
        List<Bar> bars = isEmptyByMistake
                ? List.of()
                : Objects.requireNonNull(byKey.get(fetch.key()))
                        .history(fetch.askFromMs(), fetch.toMs(), nowMs, random.nextBoolean());
        TreeMap<Long, MarketBar> stored = new TreeMap<>();
        StoredCandles.read(folder, fetch.key().interval(), fetch.key().symbol(), fetch.askFromMs(), fetch.toMs())
                .ifPresent(series -> put(series, stored));
        manager.fetched(new Fetched(fetch, nowMs, bars, stored), nowMs);
    }

    private static void put(CandleSeries series, Map<Long, MarketBar> stored) {
        for (int i = 0; i < series.size(); i++) {
            var candle = series.candle(i);
            stored.put(
                    candle.openTimeMs(),
                    new MarketBar(
                            candle.openTimeMs(),
                            candle.open(),
                            candle.high(),
                            candle.low(),
                            candle.close(),
                            candle.volume(),
                            0));
        }
    }

    private CandleStore store(Interval interval) {
        return stores.computeIfAbsent(
                interval, key -> CandleStore.open(folder, key, () -> Instant.ofEpochMilli(nowMs)));
    }

    @Override
    public void close() {
        stores.values().forEach(CandleStore::close);
    }
}
