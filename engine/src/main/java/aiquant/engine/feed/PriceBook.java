package aiquant.engine.feed;

import aiquant.kernel.market.Symbol;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The newest prices of all symbols, each with source and age.
///
/// Sources write, anybody reads at any time without waiting. Thread-safe.
public final class PriceBook {

    /// How old a middle price may be and still count for screens and valuations.
    public static final long MID_MS = 60_000;

    /// Bid and ask belong to a price that is hardly newer.
    private static final long TOGETHER_MS = 5_000;

    /// How long after the last question somebody still waits, in the market's time.
    private static final long WANTED_MS = 60_000;

    private final MarketTime time;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<Symbol, Long> wantedMs = new ConcurrentHashMap<>();
    private volatile Map<Symbol, Quotes> quotes = Map.of();

    public PriceBook(MarketTime time) {
        this.time = time;
    }

    public MarketTime time() {
        return time;
    }

    /// Takes what a source said.
    public void take(Map<Symbol, Touch> touches, Map<Symbol, Mid> mids) {
        lock.lock();
        try {
            Map<Symbol, Quotes> next = new HashMap<>(quotes);
            touches.forEach((symbol, touch) -> next.merge(symbol, Quotes.NONE.with(touch), (a, _) -> a.with(touch)));
            mids.forEach((symbol, mid) -> next.merge(symbol, Quotes.NONE.with(mid), (a, _) -> a.with(mid)));
            quotes = Map.copyOf(next);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// The best bid and ask from the most trusted source that is not older than that.
    public Optional<Touch> touch(Symbol symbol, long maxAgeMs) {
        return of(symbol).touch(time::ageMs, maxAgeMs);
    }

    /// The middle price from the most trusted source that is not older than that.
    public Optional<Mid> mid(Symbol symbol, long maxAgeMs) {
        return of(symbol).mid(time::ageMs, maxAgeMs);
    }

    /// The price to show; empty where nobody ever said one.
    public Optional<Quote> quote(Symbol symbol) {
        Quotes known = of(symbol);
        Optional<Mid> fresh = known.mid(time::ageMs, MID_MS);
        return fresh.or(known::newest).map(mid -> {
            Stamp stamp = mid.stamp();
            Optional<Touch> touch = Optional.ofNullable(known.touches().get(stamp.source()))
                    .filter(one -> one.stamp().steadyMs() >= stamp.steadyMs() - TOGETHER_MS);
            return new Quote(mid.price(), touch, stamp.source(), stamp.timeMs(), time.ageMs(stamp), fresh.isEmpty());
        });
    }

    private Quotes of(Symbol symbol) {
        return quotes.getOrDefault(symbol, Quotes.NONE);
    }

    /// Says that somebody waits for this price, which is worth a question to the exchange.
    public void want(Symbol symbol) {
        wantedMs.put(symbol, time.steadyMs().getAsLong());
    }

    /// Those that somebody asked for in the last seconds.
    Set<Symbol> wanted() {
        long nowMs = time.steadyMs().getAsLong();
        wantedMs.values().removeIf(atMs -> nowMs - atMs > WANTED_MS);
        return Set.copyOf(wantedMs.keySet());
    }

    /// The symbols without a middle price as new as that from one of the sources.
    Set<Symbol> withoutMid(List<Symbol> symbols, Set<PriceSource> sources, long maxAgeMs) {
        return symbols.stream()
                .filter(symbol -> mid(symbol, maxAgeMs)
                        .filter(mid -> sources.contains(mid.stamp().source()))
                        .isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Waits until the answer is there, at most so long in real time.
    public <T> Optional<T> await(Supplier<Optional<T>> answer, long timeoutMs) throws InterruptedException {
        long leftNanos = TimeUnit.MILLISECONDS.toNanos(timeoutMs);
        lock.lockInterruptibly();
        try {
            Optional<T> found = answer.get();
            while (found.isEmpty() && leftNanos > 0) {
                leftNanos = changed.awaitNanos(leftNanos);
                found = answer.get();
            }
            return found;
        } finally {
            lock.unlock();
        }
    }
}
