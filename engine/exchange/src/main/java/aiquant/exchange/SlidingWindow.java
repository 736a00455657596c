package aiquant.exchange;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/// How much was spent within the last stretch of time. Not thread-safe: its owner guards it.
final class SlidingWindow {
    private final long spanMs;
    private final Deque<Entry> entries = new ArrayDeque<>();
    private int total;

    /// Something spent at a moment.
    private static final class Entry {
        private final long atMs;
        private int weight;

        private Entry(long atMs, int weight) {
            this.atMs = atMs;
            this.weight = weight;
        }
    }

    /// Corrects what an entry weighed.
    interface Correction {
        void to(int weight);
    }

    SlidingWindow(long spanMs) {
        this.spanMs = spanMs;
    }

    int total(long nowMs) {
        for (Entry first = entries.peekFirst();
                first != null && nowMs - first.atMs >= spanMs;
                first = entries.peekFirst()) {
            total -= first.weight;
            entries.removeFirst();
        }
        return total;
    }

    Correction add(int weight, long nowMs) {
        Entry entry = new Entry(nowMs, weight);
        entries.addLast(entry);
        total += weight;
        return actual -> {
            // What has left the window counts no more, whatever it was.
            if (entries.contains(entry)) {
                total += actual - entry.weight;
                entry.weight = actual;
            }
        };
    }

    /// How long until so much fits under the limit; zero if it does now.
    long waitMs(int weight, int limit, long nowMs) {
        int over = total(nowMs) + weight - limit;
        long waitMs = 0;
        for (Iterator<Entry> each = entries.iterator(); over > 0 && each.hasNext(); ) {
            Entry entry = each.next();
            over -= entry.weight;
            waitMs = entry.atMs + spanMs - nowMs;
        }
        return waitMs;
    }
}
