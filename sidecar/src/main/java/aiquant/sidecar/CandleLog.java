package aiquant.sidecar;

import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import aiquant.sidecar.store.StoredCandle;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The newest closed candles in the order in which they reached the disk, for those who wait for them.
///
/// It keeps a limited number; who comes back later than that is told so and reads the database instead. A candle that
/// is
/// rewritten comes again under a new number. Thread-safe.
final class CandleLog {

    private static final int REMEMBERED_PER_SERIES = 32;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final int capacity;
    private final Deque<Entry> entries = new ArrayDeque<>();
    private final Map<SeriesKey, TreeMap<Long, MarketBar>> published = new HashMap<>();
    private long lastSeq;
    private boolean isClosed;

    record Entry(long seq, StoredCandle row) {}

    /// @param nextSeq to be given with the next call
    /// @param isIncomplete whether candles between the caller's number and the first one here are gone
    record Slice(List<Entry> entries, long nextSeq, boolean isIncomplete, boolean isTimedOut) {}

    CandleLog(int capacity) {
        this.capacity = capacity;
    }

    /// Announces rows that are on disk. Open bars, and bars long past, are not announced.
    void publish(List<StoredCandle> rows) {
        lock.lock();
        try {
            boolean isNews = false;
            for (StoredCandle row : rows) {
                if (row.isClosed() && isNews(row)) {
                    entries.addLast(new Entry(++lastSeq, row));
                    isNews = true;
                }
            }
            while (entries.size() > capacity) {
                entries.removeFirst();
            }
            if (isNews) {
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean isNews(StoredCandle row) {
        TreeMap<Long, MarketBar> known = published.computeIfAbsent(
                new SeriesKey(row.candle().symbol(), row.candle().interval()), _ -> new TreeMap<>());
        long openTimeMs = row.candle().openTimeMs();
        MarketBar bar = MarketBar.of(row);
        boolean isOld = known.size() == REMEMBERED_PER_SERIES && openTimeMs < known.firstKey();
        if (isOld || bar.equals(known.put(openTimeMs, bar))) {
            return false;
        }
        if (known.size() > REMEMBERED_PER_SERIES) {
            known.pollFirstEntry();
        }
        return true;
    }

    /// The candles after that number, at once if there are any, else when some come.
    Slice await(Collection<Symbol> symbols, Interval interval, long afterSeq, int max, long timeoutMs)
            throws InterruptedException {
        lock.lock();
        try {
            long leftNanos = TimeUnit.MILLISECONDS.toNanos(timeoutMs);
            boolean isReset = afterSeq > lastSeq;
            long from = isReset ? 0 : afterSeq;
            boolean isIncomplete = isReset || (!entries.isEmpty() && entries.getFirst().seq > from + 1);
            while (true) {
                List<Entry> found = after(symbols, interval, from, max);
                if (!found.isEmpty()) {
                    long next = found.size() == max ? found.getLast().seq : lastSeq;
                    return new Slice(found, next, isIncomplete, false);
                }
                if (leftNanos <= 0 || isClosed) {
                    return new Slice(List.of(), lastSeq, isIncomplete, true);
                }
                leftNanos = changed.awaitNanos(leftNanos);
            }
        } finally {
            lock.unlock();
        }
    }

    private List<Entry> after(Collection<Symbol> symbols, Interval interval, long seq, int max) {
        List<Entry> found = new ArrayList<>();
        var newestFirst = entries.descendingIterator();
        while (newestFirst.hasNext()) {
            Entry entry = newestFirst.next();
            if (entry.seq <= seq) {
                break;
            }
            boolean isWanted = entry.row.candle().interval() == interval
                    && (symbols.isEmpty() || symbols.contains(entry.row.candle().symbol()));
            if (isWanted) {
                found.add(entry);
            }
        }
        List<Entry> oldestFirst = found.reversed();
        return List.copyOf(oldestFirst.subList(0, Math.min(max, oldestFirst.size())));
    }

    /// Lets all who wait go.
    void close() {
        lock.lock();
        try {
            isClosed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
