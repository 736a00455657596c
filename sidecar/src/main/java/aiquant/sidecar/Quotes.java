package aiquant.sidecar;

import aiquant.exchange.wire.AllMids;
import aiquant.exchange.wire.Bbo;
import aiquant.kernel.market.Symbol;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The newest middle price and best bid and ask of each symbol, with the times of the last message and of the last
/// change kept apart: a quiet market is not stale, and a symbol that vanished is not fresh.
///
/// Thread-safe: one thread writes, many read and wait.
final class Quotes {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<String, Mid> mids = new HashMap<>();
    private final Map<String, Best> bests = new HashMap<>();
    private final List<Watcher> watchers = new ArrayList<>();
    private long midsSeq;
    private long bboSeq;
    private boolean isClosed;

    /// @param seq the number of the change that brought the price
    record Mid(double price, long receivedMs, long changedMs, long seq) {}

    /// @param seq the number of the change that brought the prices
    record Best(double bid, double ask, long receivedMs, long changedMs, long seq) {
        double mid() {
            return (bid + ask) / 2;
        }
    }

    /// One look at some symbols.
    record View(Map<String, Mid> mids, Map<String, Best> bests, long midsSeq, long bboSeq) {}

    /// Is told of every change on the thread that brings it, while the quotes stand still: it must not wait for
    /// anything.
    interface Watcher {

        /// Empty for all.
        List<Symbol> symbols();

        /// @param news what has changed, of whatever symbol
        void changed(View news);

        /// @param view all of its symbols
        void whole(View view);
    }

    void onMids(AllMids message, long receivedMs) {
        lock.lock();
        try {
            Map<String, Mid> news = new HashMap<>();
            long next = midsSeq + 1;
            for (var sent : message.mids().entrySet()) {
                double price = sent.getValue().doubleValue();
                Mid before = mids.get(sent.getKey());
                if (before != null && before.price == price) {
                    mids.put(sent.getKey(), new Mid(price, receivedMs, before.changedMs, before.seq));
                } else {
                    Mid mid = new Mid(price, receivedMs, receivedMs, next);
                    mids.put(sent.getKey(), mid);
                    news.put(sent.getKey(), mid);
                }
            }
            if (!news.isEmpty()) {
                midsSeq = next;
                tell(new View(news, Map.of(), midsSeq, bboSeq));
            }
        } finally {
            lock.unlock();
        }
    }

    /// A book with an empty or crossed side has no best prices: those before stay and grow old.
    Optional<Best> onBbo(Bbo message, long receivedMs) {
        if (message.bid().isEmpty() || message.ask().isEmpty()) {
            return Optional.empty();
        }
        double bid = message.bid().get().px().doubleValue();
        double ask = message.ask().get().px().doubleValue();
        if (!(bid > 0 && ask >= bid)) {
            return Optional.empty();
        }
        lock.lock();
        try {
            Best before = bests.get(message.coin());
            if (before != null && before.bid == bid && before.ask == ask) {
                Best same = new Best(bid, ask, receivedMs, before.changedMs, before.seq);
                bests.put(message.coin(), same);
                return Optional.of(same);
            }
            Best best = new Best(bid, ask, receivedMs, receivedMs, ++bboSeq);
            bests.put(message.coin(), best);
            tell(new View(Map.of(), Map.of(message.coin(), best), midsSeq, bboSeq));
            return Optional.of(best);
        } finally {
            lock.unlock();
        }
    }

    private void tell(View news) {
        changed.signalAll();
        watchers.forEach(watcher -> watcher.changed(news));
    }

    /// Shows everything to the watcher now, and every change from now on.
    void watch(Watcher watcher) {
        lock.lock();
        try {
            watchers.add(watcher);
            watcher.whole(look(watcher.symbols()));
        } finally {
            lock.unlock();
        }
    }

    /// Shows everything once more.
    void repeat(Watcher watcher) {
        lock.lock();
        try {
            watcher.whole(look(watcher.symbols()));
        } finally {
            lock.unlock();
        }
    }

    void unwatch(Watcher watcher) {
        lock.lock();
        try {
            watchers.remove(watcher);
        } finally {
            lock.unlock();
        }
    }

    /// @param symbols empty for all
    View view(Collection<Symbol> symbols) {
        lock.lock();
        try {
            return look(symbols);
        } finally {
            lock.unlock();
        }
    }

    /// Waits until a price of the symbols is newer than what the caller knows.
    ///
    /// @param symbols empty for all
    /// @return empty where that did not happen in time
    Optional<View> await(Collection<Symbol> symbols, long afterMids, long afterBbo, long timeoutMs)
            throws InterruptedException {
        lock.lock();
        try {
            long leftNanos = TimeUnit.MILLISECONDS.toNanos(timeoutMs);
            while (!isNewer(symbols, afterMids, afterBbo)) {
                if (leftNanos <= 0 || isClosed) {
                    return Optional.empty();
                }
                leftNanos = changed.awaitNanos(leftNanos);
            }
            return Optional.of(look(symbols));
        } finally {
            lock.unlock();
        }
    }

    private boolean isNewer(Collection<Symbol> symbols, long afterMids, long afterBbo) {
        if (symbols.isEmpty()) {
            return midsSeq > afterMids || bboSeq > afterBbo;
        }
        for (Symbol symbol : symbols) {
            Mid mid = mids.get(symbol.name());
            Best best = bests.get(symbol.name());
            if ((mid != null && mid.seq > afterMids) || (best != null && best.seq > afterBbo)) {
                return true;
            }
        }
        return false;
    }

    private View look(Collection<Symbol> symbols) {
        if (symbols.isEmpty()) {
            return new View(Map.copyOf(mids), Map.copyOf(bests), midsSeq, bboSeq);
        }
        Map<String, Mid> someMids = new HashMap<>();
        Map<String, Best> someBests = new HashMap<>();
        List<String> names = new ArrayList<>();
        symbols.forEach(symbol -> names.add(symbol.name()));
        for (String name : names) {
            Mid mid = mids.get(name);
            if (mid != null) {
                someMids.put(name, mid);
            }
            Best best = bests.get(name);
            if (best != null) {
                someBests.put(name, best);
            }
        }
        return new View(someMids, someBests, midsSeq, bboSeq);
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
