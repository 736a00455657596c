package aiquant.engine.feed;

import aiquant.engine.feed.MarketData.Sources;
import aiquant.exchange.History;
import aiquant.exchange.RateBudget.Priority;
import aiquant.exchange.wire.Bar;
import aiquant.kernel.market.Candle;
import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import aiquant.sidecar.store.CandleQuery;
import aiquant.sidecar.store.CandleReader;
import aiquant.sidecar.store.CandleStore;
import aiquant.sidecar.store.StoreException;
import aiquant.sidecar.wire.CandleMessage;
import aiquant.sidecar.wire.CandlesMessage;
import aiquant.sidecar.wire.SidecarClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/// Closed candles from the first source that has enough of them and new ones.
///
/// Sources are asked on threads of their own. The exchange's history is not asked again for the same candles
/// until some time has passed, which grows while it fails. Nothing is written here: the sidecar alone does.
final class CandleSources implements AutoCloseable {

    private static final long CONNECT_MS = 2_000;
    private static final long ANSWER_MS = 3_000;
    private static final int MORE = 50;
    private static final int MOST_PAGES = 20;
    private static final long LEAST_FRESH_MS = 300_000;

    /// A candle that closed later than that after now was not closed by a clock like ours.
    private static final long MOST_AHEAD_MS = 2_000;

    private static final long ANSWERED_PAUSE_MS = 30_000;
    private static final long FAILED_PAUSE_MS = 300_000;
    private static final long LONGEST_PAUSE_MS = 3_600_000;

    private final Sources sources;
    private final MarketTime time;
    private final LongSupplier realMs;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<Key, Pause> pauses = new ConcurrentHashMap<>();

    private record Key(Symbol symbol, Interval interval) {}

    /// Until when the exchange is not asked, and how often it failed in a row.
    private record Pause(long untilMs, int failures) {}

    CandleSources(Sources sources, MarketTime time, LongSupplier realMs) {
        this.sources = sources;
        this.time = time;
        this.realMs = realMs;
    }

    Optional<Candles> get(Symbol symbol, Interval interval, int want, long timeoutMs) throws InterruptedException {
        Future<Optional<Candles>> answer = threads.submit(() -> find(symbol, interval, want));
        try {
            return answer.get(timeoutMs, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException("looking for " + interval + " candles of " + symbol + " failed", e);
        }
    }

    private Optional<Candles> find(Symbol symbol, Interval interval, int want) throws InterruptedException {
        List<Candles> found = new ArrayList<>();
        for (PriceSource source : PriceSource.values()) {
            List<Candle> rows = switch (source) {
                case SOCKET -> socket(symbol, interval);
                case DATABASE -> database(symbol, interval, want);
                case EXCHANGE -> exchange(symbol, interval, want);
            };
            if (rows.size() >= want && !rows.isEmpty()) {
                Candles candles = candles(rows, source);
                if (!candles.isStale()) {
                    return Optional.of(candles);
                }
                found.add(candles);
            }
        }
        return found.stream().max(Comparator.comparingInt(one -> one.series().size()));
    }

    private Candles candles(List<Candle> rows, PriceSource source) {
        Interval interval = rows.getFirst().interval();
        long ageMs = time.clock().millis() - rows.getLast().closeTimeMs();
        boolean isFresh = ageMs >= -MOST_AHEAD_MS && ageMs <= Math.max(3 * interval.lengthMs(), LEAST_FRESH_MS);
        return new Candles(series(rows), source, Math.max(0, ageMs), !isFresh);
    }

    private static CandleSeries series(List<Candle> rows) {
        return new CandleSeries(
                rows.getFirst().symbol(),
                rows.getFirst().interval(),
                rows.stream().mapToLong(Candle::openTimeMs).toArray(),
                rows.stream().mapToDouble(Candle::open).toArray(),
                rows.stream().mapToDouble(Candle::high).toArray(),
                rows.stream().mapToDouble(Candle::low).toArray(),
                rows.stream().mapToDouble(Candle::close).toArray(),
                rows.stream().mapToDouble(Candle::volume).toArray());
    }

    /// What was announced lately; older candles are in the database, where it has put them first.
    private List<Candle> socket(Symbol symbol, Interval interval) {
        if (sources.socket().isEmpty()) {
            return List.of();
        }
        Map<Long, Candle> rows = new TreeMap<>();
        try (SidecarClient client = new SidecarClient(sources.socket().get(), CONNECT_MS, ANSWER_MS)) {
            long seq = 0;
            for (int page = 0; page < MOST_PAGES; page++) {
                CandlesMessage message = client.waitCandles(List.of(symbol), interval, seq, 0);
                for (CandleMessage told : message.candles()) {
                    if (told.isClosed()) {
                        rows.put(told.candle().openTimeMs(), told.candle());
                    }
                }
                if (message.candles().isEmpty() || message.nextSeq() <= seq) {
                    break;
                }
                seq = message.nextSeq();
            }
            return unbroken(new ArrayList<>(rows.values()));
        } catch (IOException e) {
            return List.of();
        }
    }

    private List<Candle> database(Symbol symbol, Interval interval, int want) {
        if (sources.databases().isEmpty()) {
            return List.of();
        }
        long fromMs = time.clock().millis() - (want + (long) MORE) * interval.lengthMs();
        String file = CandleStore.file(sources.databases().get(), interval).toString();
        try {
            return CandleReader.read(CandleQuery.of(List.of(file), interval)
                            .only(symbol.name())
                            .between(fromMs, Long.MAX_VALUE))
                    .series()
                    .stream()
                    .filter(series -> series.symbol().equals(symbol))
                    .findFirst()
                    .map(CandleSources::rows)
                    .map(CandleSources::unbroken)
                    .orElse(List.of());
        } catch (StoreException e) {
            return List.of();
        }
    }

    private static List<Candle> rows(CandleSeries series) {
        List<Candle> rows = new ArrayList<>(series.size());
        for (int i = 0; i < series.size(); i++) {
            rows.add(series.candle(i));
        }
        return rows;
    }

    private List<Candle> exchange(Symbol symbol, Interval interval, int want) throws InterruptedException {
        Key key = new Key(symbol, interval);
        Pause pause = pauses.getOrDefault(key, new Pause(Long.MIN_VALUE, 0));
        if (sources.exchange().isEmpty() || realMs.getAsLong() < pause.untilMs()) {
            return List.of();
        }
        long nowMs = time.clock().millis();
        long fromMs = nowMs - (want + (long) MORE) * interval.lengthMs();
        try {
            List<Bar> bars = new History(sources.exchange().get(), Priority.HISTORY)
                    .candles(symbol.name(), interval.text(), interval.lengthMs(), fromMs, nowMs);
            pauses.put(key, new Pause(realMs.getAsLong() + ANSWERED_PAUSE_MS, 0));
            return unbroken(bars.stream()
                    .filter(bar -> bar.openTimeMs() + interval.lengthMs() <= nowMs)
                    .map(bar -> candle(symbol, interval, bar))
                    .toList());
        } catch (IOException e) {
            long pauseMs = Math.min(LONGEST_PAUSE_MS, FAILED_PAUSE_MS << Math.min(pause.failures(), 10));
            pauses.put(key, new Pause(realMs.getAsLong() + pauseMs, pause.failures() + 1));
            return List.of();
        }
    }

    private static Candle candle(Symbol symbol, Interval interval, Bar bar) {
        return new Candle(
                symbol,
                interval,
                bar.openTimeMs(),
                bar.open().doubleValue(),
                bar.high().doubleValue(),
                bar.low().doubleValue(),
                bar.close().doubleValue(),
                bar.volume().doubleValue());
    }

    /// The newest candles back to the first hole.
    private static List<Candle> unbroken(List<Candle> rows) {
        int first = rows.size();
        while (first > 0
                && (first == rows.size()
                        || rows.get(first - 1).openTimeMs()
                                        + rows.get(first - 1).interval().lengthMs()
                                == rows.get(first).openTimeMs())) {
            first--;
        }
        return rows.subList(first, rows.size());
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
