package aiquant.exchange;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicLong;

/// Time that passes when the test says so. What falls due runs on the thread that lets it pass; what is due at
/// once runs at once, on a thread of its own.
final class ManualClockwork implements Clockwork {
    private static final long START_MS = 1_700_000_000_000L;

    private final AtomicLong nowMs = new AtomicLong();
    private final AtomicLong order = new AtomicLong();
    private final PriorityQueue<Planned> planned =
            new PriorityQueue<>(Comparator.comparingLong(Planned::dueMs).thenComparingLong(Planned::order));

    private record Planned(long dueMs, long order, Runnable task) {}

    @Override
    public long nanos() {
        return nowMs.get() * 1_000_000;
    }

    @Override
    public long millis() {
        return START_MS + nowMs.get();
    }

    /// Sleeping lets the time pass.
    @Override
    public void sleep(long ms) {
        nowMs.addAndGet(ms);
    }

    @Override
    public Task schedule(long delayMs, Runnable task) {
        if (delayMs <= 0) {
            Thread.ofVirtual().start(task);
            return () -> {};
        }
        synchronized (planned) {
            Planned one = new Planned(nowMs.get() + delayMs, order.incrementAndGet(), task);
            planned.add(one);
            planned.notifyAll();
            return () -> {
                synchronized (planned) {
                    planned.remove(one);
                }
            };
        }
    }

    /// Waits, in real time, until so much work is planned for later.
    void awaitPlanned(int count) throws InterruptedException {
        synchronized (planned) {
            while (planned.size() < count) {
                planned.wait();
            }
        }
    }

    void advance(long ms) {
        long endMs = nowMs.get() + ms;
        while (true) {
            Planned next;
            synchronized (planned) {
                next = planned.peek();
                if (next == null || next.dueMs > endMs) {
                    break;
                }
                planned.remove(next);
            }
            nowMs.set(Math.max(nowMs.get(), next.dueMs));
            next.task.run();
        }
        nowMs.set(endMs);
    }
}
