package aiquant.sidecar;

import aiquant.sidecar.store.StoreException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Work that is done now and then beside everything else; what failed is tried again sooner and shown.
final class Chores implements AutoCloseable {

    private static final long RETRY_MS = 60_000;
    private static final long STEP_MS = 1_000;

    private final InstantSource clock;
    private final List<Thread> threads = new ArrayList<>();
    private final Map<String, State> states = new TreeMap<>();
    private volatile boolean isClosing;

    /// @param lastDoneMs empty before the first success
    /// @param error of the last try, empty if it succeeded
    record State(Optional<Long> lastDoneMs, String error) {}

    /// Something that blocks and may fail.
    interface Chore {
        void run() throws HistoryException, InterruptedException;
    }

    Chores(InstantSource clock) {
        this.clock = clock;
    }

    /// Begins at once, on a thread of its own.
    void every(String name, long everyMs, Chore chore) {
        note(name, new State(Optional.empty(), ""));
        threads.add(Thread.ofVirtual().name(name).start(() -> repeat(name, everyMs, chore)));
    }

    private void repeat(String name, long everyMs, Chore chore) {
        try {
            while (!isClosing) {
                long waitMs = everyMs;
                try {
                    chore.run();
                    note(name, new State(Optional.of(clock.millis()), ""));
                } catch (HistoryException | StoreException e) {
                    note(name, new State(state(name).lastDoneMs, String.valueOf(e.getMessage())));
                    waitMs = Math.min(everyMs, RETRY_MS);
                }
                for (long leftMs = waitMs; leftMs > 0 && !isClosing; leftMs -= STEP_MS) {
                    Thread.sleep(Math.min(STEP_MS, leftMs));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void note(String name, State state) {
        states.put(name, state);
    }

    private synchronized State state(String name) {
        return states.getOrDefault(name, new State(Optional.empty(), ""));
    }

    synchronized Map<String, State> states() {
        return new TreeMap<>(states);
    }

    @Override
    public void close() {
        isClosing = true;
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
