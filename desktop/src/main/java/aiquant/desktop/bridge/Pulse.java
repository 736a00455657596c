package aiquant.desktop.bridge;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// Runs tasks on the JavaFX thread once per frame; the program's only animation timer.
///
/// The timer sleeps while nothing waits, so an idle window costs nothing, and a flood of tasks costs one frame, not one
/// wake-up each.
public final class Pulse implements Executor {

    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean awake = new AtomicBoolean();
    private final PriorityQueue<Alarm> alarms = new PriorityQueue<>(Comparator.comparingLong(Alarm::atNanos));
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            frame(now);
        }
    };

    /// From any thread; runs in the next frame.
    @Override
    public void execute(Runnable task) {
        tasks.add(task);
        wake();
    }

    /// On the JavaFX thread; runs `task` in the first frame after `millis`.
    public void after(long millis, Runnable task) {
        alarms.add(new Alarm(System.nanoTime() + millis * 1_000_000, task));
        wake();
    }

    private void wake() {
        if (awake.compareAndSet(false, true)) {
            Platform.runLater(timer::start);
        }
    }

    private void frame(long now) {
        ArrayDeque<Runnable> due = new ArrayDeque<>();
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            due.add(task);
        }
        for (Alarm next = alarms.peek(); next != null && next.atNanos() <= now; next = alarms.peek()) {
            due.add(alarms.remove().task());
        }
        if (due.isEmpty() && alarms.isEmpty()) {
            rest();
        }
        due.forEach(Pulse::run);
    }

    /// One failing task must not take the others of its frame with it.
    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException failure) {
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, failure);
        }
    }

    /// A task added between the last look and the flag would be forgotten, hence the second look.
    private void rest() {
        timer.stop();
        awake.set(false);
        if (!tasks.isEmpty()) {
            wake();
        }
    }

    private record Alarm(long atNanos, Runnable task) {}
}
