package aiquant.engine;

import aiquant.exchange.Clockwork;
import java.util.Comparator;
import java.util.PriorityQueue;

/// Time that passes when the test says so; what falls due runs on the thread that lets it pass.
public final class SteppedClockwork implements Clockwork {
    private static final long START_MS = 1_800_000_000_000L;

    private final PriorityQueue<Planned> planned =
            new PriorityQueue<>(Comparator.comparingLong(Planned::dueMs).thenComparingLong(Planned::order));
    private long nowMs;
    private long order;

    private record Planned(long dueMs, long order, Runnable task) {}

    @Override
    public long nanos() {
        return nowMs * 1_000_000;
    }

    @Override
    public long millis() {
        return START_MS + nowMs;
    }

    @Override
    public void sleep(long ms) {
        nowMs += ms;
    }

    @Override
    public Task schedule(long delayMs, Runnable task) {
        Planned one = new Planned(nowMs + delayMs, order++, task);
        planned.add(one);
        return () -> planned.remove(one);
    }

    public boolean isIdle() {
        return planned.isEmpty();
    }

    public void advance(long ms) {
        long endMs = nowMs + ms;
        for (Planned next = planned.peek(); next != null && next.dueMs <= endMs; next = planned.peek()) {
            planned.remove(next);
            nowMs = next.dueMs;
            next.task.run();
        }
        nowMs = endMs;
    }
}
