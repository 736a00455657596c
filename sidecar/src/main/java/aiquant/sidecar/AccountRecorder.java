package aiquant.sidecar;

import aiquant.exchange.wire.Frame;
import aiquant.exchange.wire.Subscription;
import aiquant.sidecar.store.AccountEvent;
import aiquant.sidecar.store.AccountEvent.Kind;
import aiquant.sidecar.store.MarketDataStore;
import aiquant.sidecar.store.StoreException;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Brings everything that happens to one account into the log, over a connection of its own.
///
/// A frame is in the log before the next one is taken, so nothing waits in memory where it could be lost; while the
/// disk
/// refuses, the connection waits. After every connect the history is asked for everything since the newest event it has
/// told, and some minutes before that; again when something could not be read; and now and then, for what a connection
/// misses
/// while it stands.
final class AccountRecorder implements FeedListener, AutoCloseable {

    /// Events may reach the log out of their order; so far back the history is asked again.
    private static final long OVERLAP_MS = 300_000;

    private static final long CATCH_UP_EVERY_MS = 600_000;
    /// However much cannot be read, the history is not asked more often for it.
    private static final long LOSS_SPACING_MS = 5_000;

    private static final long FIRST_WAIT_MS = 500;
    private static final long LONGEST_WAIT_MS = 30_000;
    private static final long DISK_WAIT_MS = 200;

    private final String user;
    private final MarketDataStore store;
    private final AccountHistory history;
    private final InstantSource clock;
    private final long startMs;
    private final Counters counters;
    private final Progress progress;
    private final String name;
    private final Thread catchUp;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long wantedEpoch;
    private boolean isSomethingLost;
    private volatile long completeEpoch;
    private volatile boolean isClosing;
    private volatile String lastError = "";

    /// @param lookBackMs how far the history is asked back for an account that the log does not know yet
    AccountRecorder(
            String user,
            MarketDataStore store,
            AccountHistory history,
            InstantSource clock,
            long lookBackMs,
            Counters counters,
            Progress progress) {
        this.user = user;
        this.store = store;
        this.history = history;
        this.clock = clock;
        this.startMs = clock.millis() - lookBackMs;
        this.counters = counters;
        this.progress = progress;
        this.name = "account " + user;
        this.catchUp = Thread.ofVirtual().name(name).unstarted(this::catchUpForEver);
    }

    static Set<Subscription> streams(String user) {
        return Set.of(
                Subscription.ofUser("userFills", user),
                Subscription.ofUser("orderUpdates", user),
                Subscription.ofUser("userFundings", user),
                Subscription.ofUser("userNonFundingLedgerUpdates", user));
    }

    void start(long limitMs) {
        progress.expect(name, limitMs);
        catchUp.start();
    }

    @Override
    public void opened(long epoch) {
        counters.opened(clock.millis());
        lock.lock();
        try {
            wantedEpoch = epoch;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void problem(long epoch, String text, boolean isLoss) {
        counters.problem(text, clock.millis());
        if (!isLoss) {
            return;
        }
        lock.lock();
        try {
            isSomethingLost = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void closed(long epoch, String reason) {
        counters.closed(reason, clock.millis());
    }

    @Override
    public void frame(long epoch, long receivedMs, Frame frame) {
        counters.heardMs.set(receivedMs);
        log(AccountEvents.of(user, receivedMs, frame), receivedMs);
    }

    /// Returns when the events are on disk.
    private void log(List<AccountEvent> events, long receivedMs) {
        while (true) {
            try {
                store.append(events, receivedMs);
                return;
            } catch (StoreException e) {
                counters.writeFailed(String.valueOf(e.getMessage()));
                if (isClosing) {
                    throw e;
                }
                pause(DISK_WAIT_MS);
            }
        }
    }

    private static void pause(long ms) {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while an account event waited for the disk", e);
        }
    }

    private void catchUpForEver() {
        try {
            long waitMs = FIRST_WAIT_MS;
            while (!isClosing) {
                long epoch = wantedEpoch();
                progress.beat(name);
                try {
                    catchUp();
                    completeEpoch = epoch;
                    lastError = "";
                    waitMs = FIRST_WAIT_MS;
                    await(epoch, CATCH_UP_EVERY_MS);
                } catch (HistoryException | StoreException e) {
                    lastError = String.valueOf(e.getMessage());
                    await(Long.MAX_VALUE, waitMs);
                    waitMs = Math.min(LONGEST_WAIT_MS, 2 * waitMs);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void catchUp() throws HistoryException, InterruptedException {
        take(Kind.FILL, AccountEvents.fills(user, history.fills(user, sinceMs(Kind.FILL))));
        take(Kind.FUNDING, AccountEvents.fundings(user, history.fundings(user, sinceMs(Kind.FUNDING))));
        take(
                Kind.LEDGER_UPDATE,
                AccountEvents.ledgerUpdates(user, history.ledgerUpdates(user, sinceMs(Kind.LEDGER_UPDATE))));
    }

    private long sinceMs(Kind kind) {
        return Math.max(0, store.historyReadMs(user, kind).orElse(startMs) - OVERLAP_MS);
    }

    /// The next question begins at the newest event of this answer: its time is the exchange's, while our clock may
    /// have been wrong when we asked.
    private void take(Kind kind, List<AccountEvent> events) {
        log(events, clock.millis());
        OptionalLong newestMs = events.stream().mapToLong(AccountEvent::timeMs).max();
        if (newestMs.isPresent() || store.historyReadMs(user, kind).isEmpty()) {
            store.historyRead(user, kind, newestMs.orElse(startMs));
        }
    }

    /// What the next questions answer: all that was missed up to this connection and this moment.
    private long wantedEpoch() {
        lock.lock();
        try {
            isSomethingLost = false;
            return wantedEpoch;
        } finally {
            lock.unlock();
        }
    }

    /// Waits for a connection newer than that one, for a loss, or for the time to pass.
    private void await(long epoch, long timeoutMs) throws InterruptedException {
        lock.lock();
        try {
            long leftMs = timeoutMs;
            while (wantedEpoch <= epoch && leftMs > 0 && !isClosing) {
                if (isSomethingLost && leftMs > LOSS_SPACING_MS) {
                    leftMs = LOSS_SPACING_MS;
                    isSomethingLost = false;
                }
                long stepMs = Math.min(leftMs, 1_000);
                changed.await(stepMs, TimeUnit.MILLISECONDS);
                leftMs -= stepMs;
                progress.beat(name);
            }
        } finally {
            lock.unlock();
        }
    }

    /// The newest connection of which nothing is missing in the log.
    long completeEpoch() {
        return completeEpoch;
    }

    /// Why the history could not be read, empty when it could.
    String lastError() {
        return lastError;
    }

    @Override
    public void close() {
        isClosing = true;
        catchUp.interrupt();
        progress.done(name);
    }
}
