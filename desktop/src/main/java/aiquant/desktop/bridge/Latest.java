package aiquant.desktop.bridge;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Hands the newest value to another thread and drops the ones nobody had time to see.
///
/// At most one task waits in the executor; the last value published is always shown. `publish` never blocks and may be
/// called from any thread.
public final class Latest<T> {

    private final AtomicReference<@Nullable T> pending = new AtomicReference<>();
    private final Executor thread;
    private final Consumer<T> show;

    public Latest(Executor thread, Consumer<T> show) {
        this.thread = thread;
        this.show = show;
    }

    public void publish(T value) {
        if (pending.getAndSet(value) == null) {
            thread.execute(this::showNewest);
        }
    }

    private void showNewest() {
        T value = pending.getAndSet(null);
        if (value != null) {
            show.accept(value);
        }
    }
}
