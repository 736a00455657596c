package aiquant.sidecar;

import aiquant.sidecar.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// The one thread that writes a file: it takes what is waiting, in groups, and tries again while the disk is full or
/// the
/// file locked.
///
/// What cannot be written at all is given back, never dropped in silence. Jobs that are refused because too many wait
/// are the caller's to handle. The file itself is opened on this thread.
final class Writer<T> implements AutoCloseable {

    private static final long FIRST_WAIT_MS = 50;
    private static final long LONGEST_WAIT_MS = 2_000;
    private static final long POLL_MS = 500;
    private static final int JOBS_AT_ONCE = 1_000;

    private final String name;
    private final BlockingQueue<T> jobs;
    private final Supplier<? extends File<T>> opener;
    private final Counters counters;
    private final Progress progress;
    private final Thread thread;
    private volatile boolean isClosing;

    /// What a writer writes to. One thread.
    interface File<T> extends AutoCloseable {

        /// Writes all of it or nothing.
        void write(List<T> jobs);

        /// They are on disk.
        void written(List<T> jobs);

        /// They are not and will not be.
        void refused(List<T> jobs);

        /// Called now and then, also when there is nothing to write.
        default void idle() {}

        @Override
        void close();
    }

    Writer(String name, int capacity, Supplier<? extends File<T>> opener, Counters counters, Progress progress) {
        this.name = name;
        this.jobs = new ArrayBlockingQueue<>(capacity);
        this.opener = opener;
        this.counters = counters;
        this.progress = progress;
        this.thread = Thread.ofPlatform().name(name).unstarted(this::run);
    }

    void start(long limitMs) {
        progress.expect(name, limitMs);
        thread.start();
    }

    /// @return false where too much is waiting already
    boolean offer(T job) {
        return jobs.offer(job);
    }

    private void run() {
        try (File<T> file = opened()) {
            while (!isClosing || !jobs.isEmpty()) {
                List<T> group = next();
                if (!group.isEmpty()) {
                    write(file, group);
                }
                attempt(file::idle);
                progress.beat(name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private File<T> opened() throws InterruptedException {
        long waitMs = FIRST_WAIT_MS;
        while (true) {
            try {
                return opener.get();
            } catch (StoreException e) {
                counters.writeFailed(String.valueOf(e.getMessage()));
                if (isClosing) {
                    throw new InterruptedException("closed before the file could be opened");
                }
                Thread.sleep(waitMs);
                waitMs = Math.min(LONGEST_WAIT_MS, 2 * waitMs);
            }
        }
    }

    private List<T> next() throws InterruptedException {
        List<T> group = new ArrayList<>();
        T first = jobs.poll(isClosing ? 0 : POLL_MS, TimeUnit.MILLISECONDS);
        if (first != null) {
            group.add(first);
            jobs.drainTo(group, JOBS_AT_ONCE - 1);
        }
        return group;
    }

    private void write(File<T> file, List<T> group) throws InterruptedException {
        long waitMs = FIRST_WAIT_MS;
        while (true) {
            try {
                file.write(group);
                file.written(group);
                return;
            } catch (StoreException e) {
                counters.writeFailed(String.valueOf(e.getMessage()));
                if (!e.mayPass() || isClosing) {
                    counters.droppedRows.addAndGet(group.size());
                    file.refused(group);
                    return;
                }
                Thread.sleep(waitMs);
                waitMs = Math.min(LONGEST_WAIT_MS, 2 * waitMs);
            }
        }
    }

    private void attempt(Runnable work) {
        try {
            work.run();
        } catch (StoreException e) {
            counters.writeFailed(String.valueOf(e.getMessage()));
        }
    }

    /// Writes what is waiting, then ends.
    @Override
    public void close() {
        isClosing = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        progress.done(name);
    }
}
