package aiquant.engine.feed;

import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Reads a recorded or generated market and passes it on at a chosen speed.
///
/// The first rounds, those an earlier run decided and the wanted history, come without pause. One thread runs it; the
/// speed may be changed from any. The rounds of a live market are passed on as they come.
public final class ReplayPump implements Runnable, Pace {
    private final RoundSource source;
    private final long historyRounds;
    private final long knownUntilMs;
    private final Receiver receiver;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private double roundsPerSecond;
    private boolean isStopped;

    /// Where rounds go.
    public interface Receiver {
        /// May wait.
        void round(Round round) throws InterruptedException;

        /// What comes without pause is through; from here on the speed counts.
        void historyEnded();

        /// The market is at its end.
        void finished() throws InterruptedException;

        /// The market could not be read any further.
        void failed(RuntimeException cause) throws InterruptedException;
    }

    /// @param historyRounds how many rounds come without pause
    /// @param knownUntilMs  rounds up to this time come without pause and do not count as history
    /// @param roundsPerSecond 0 pauses, infinity does not pause at all
    public ReplayPump(
            RoundSource source, long historyRounds, long knownUntilMs, double roundsPerSecond, Receiver receiver) {
        this.source = source;
        this.historyRounds = historyRounds;
        this.knownUntilMs = knownUntilMs;
        this.roundsPerSecond = roundsPerSecond;
        this.receiver = receiver;
    }

    @Override
    public void run() {
        try {
            pump();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pump() throws InterruptedException {
        long sent = 0;
        boolean isHistoryEnded = source.isLive();
        if (isHistoryEnded) {
            receiver.historyEnded();
        }
        long dueNanos = System.nanoTime();
        while (true) {
            Optional<Round> round;
            try {
                round = source.next();
            } catch (RuntimeException e) {
                receiver.failed(e);
                return;
            }
            if (round.isEmpty()) {
                receiver.finished();
                return;
            }
            boolean isUnpaced = source.isLive() || round.get().timeMs() <= knownUntilMs || sent < historyRounds;
            if (isUnpaced) {
                dueNanos = System.nanoTime();
            } else {
                if (!isHistoryEnded) {
                    isHistoryEnded = true;
                    receiver.historyEnded();
                }
                dueNanos = pace(dueNanos);
                if (isStopped()) {
                    return;
                }
            }
            receiver.round(round.get());
            sent++;
        }
    }

    /// Waits until the next round is due; a change of speed counts at once.
    private long pace(long dueNanos) throws InterruptedException {
        long begun = Math.max(dueNanos, System.nanoTime() - 1_000_000_000L);
        lock.lock();
        try {
            while (!isStopped) {
                if (roundsPerSecond <= 0.0) {
                    changed.await();
                    begun = System.nanoTime();
                    continue;
                }
                long next = begun + (long) (1e9 / roundsPerSecond);
                long left = next - System.nanoTime();
                if (left <= 0 || Double.isInfinite(roundsPerSecond)) {
                    return next;
                }
                var unused = changed.awaitNanos(left);
            }
            return begun;
        } finally {
            lock.unlock();
        }
    }

    private boolean isStopped() {
        lock.lock();
        try {
            return isStopped;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void setSpeed(double speed) {
        lock.lock();
        try {
            roundsPerSecond = speed;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public double speed() {
        lock.lock();
        try {
            return roundsPerSecond;
        } finally {
            lock.unlock();
        }
    }

    public void stop() {
        lock.lock();
        try {
            isStopped = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
