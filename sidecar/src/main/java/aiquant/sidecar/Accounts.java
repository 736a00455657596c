package aiquant.sidecar;

import aiquant.sidecar.store.MarketDataStore;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The accounts that are followed, each over its own connection. Thread-safe, one call at a time.
final class Accounts implements AutoCloseable {

    private static final long LOOK_BACK_MS = 86_400_000L;

    private final Exchange exchange;
    private final MarketDataStore store;
    private final InstantSource clock;
    private final Progress progress;
    private final long limitMs;
    private final Map<String, Followed> followed = new TreeMap<>();

    /// How one account is doing.
    record State(boolean isConnected, long completeEpoch, String error) {}

    private record Followed(Feed feed, AccountRecorder recorder, Counters counters) {
        void close() {
            feed.close();
            recorder.close();
        }
    }

    Accounts(Exchange exchange, MarketDataStore store, InstantSource clock, Progress progress, long limitMs) {
        this.exchange = exchange;
        this.store = store;
        this.clock = clock;
        this.progress = progress;
        this.limitMs = limitMs;
    }

    /// Follows exactly these from now on.
    synchronized void follow(Set<String> users) {
        followed.entrySet().removeIf(entry -> {
            boolean isOver = !users.contains(entry.getKey());
            if (isOver) {
                entry.getValue().close();
            }
            return isOver;
        });
        users.forEach(user -> followed.computeIfAbsent(user, this::begin));
    }

    private Followed begin(String user) {
        Counters counters = new Counters();
        AccountRecorder recorder =
                new AccountRecorder(user, store, exchange.accountHistory(), clock, LOOK_BACK_MS, counters, progress);
        recorder.start(limitMs);
        Feed feed = exchange.openAccount(user, recorder);
        feed.want(AccountRecorder.streams(user));
        return new Followed(feed, recorder, counters);
    }

    synchronized void reconnect() {
        followed.values().forEach(one -> one.feed.reconnect());
    }

    synchronized Map<String, State> states() {
        Map<String, State> states = new TreeMap<>();
        followed.forEach((user, one) -> states.put(
                user,
                new State(
                        one.counters.isConnected(),
                        one.recorder.completeEpoch(),
                        one.recorder.lastError().isEmpty()
                                ? one.counters.lastWriteFailure()
                                : one.recorder.lastError())));
        return states;
    }

    @Override
    public synchronized void close() {
        followed.values().forEach(Followed::close);
        followed.clear();
    }
}
