package aiquant.engine.research;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/// Keeps a long search's memory near what it needs: collectors rather let the heap grow than clean up early, and a
/// search runs beside trading. Safe for many threads; one of them collects.
final class HeapKeeper {
    private static final long SLACK = 48L << 20;

    private final Lock collecting = new ReentrantLock();
    private volatile long live;

    /// To be called after each trial; collects when much has been thrown away since the last time.
    void tidy() {
        if (isUntidy() && collecting.tryLock()) {
            try {
                if (isUntidy()) {
                    System.gc();
                    live = used();
                }
            } finally {
                collecting.unlock();
            }
        }
    }

    private boolean isUntidy() {
        long known = live;
        return used() > known + known / 4 + SLACK;
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
