package aiquant.gpu;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/// Waits for what other threads do.
final class Work {

    private Work() {}

    /// What came of all of it, in its order. All have ended when it returns or throws, also when the thread is
    /// interrupted
    /// meanwhile, which it only notes: who wants them to end sooner cancels them.
    ///
    /// @throws RuntimeException the first failure, as it was thrown or as the cause of another
    static <T> List<T> all(List<? extends Future<? extends T>> work) {
        List<T> done = new ArrayList<>(work.size());
        Optional<RuntimeException> failure = Optional.empty();
        boolean isInterrupted = false;
        for (Future<? extends T> one : work) {
            boolean hasEnded = false;
            while (!hasEnded) {
                try {
                    done.add(one.get());
                    hasEnded = true;
                } catch (ExecutionException e) {
                    failure = failure.or(() -> Optional.of(failure(e)));
                    hasEnded = true;
                } catch (InterruptedException e) {
                    isInterrupted = true;
                }
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
        failure.ifPresent(cause -> {
            throw cause;
        });
        return done;
    }

    /// What made work fail.
    static RuntimeException failure(ExecutionException e) {
        return e.getCause() instanceof RuntimeException cause
                ? cause
                : new IllegalStateException("a thread of the sweep failed", e.getCause());
    }
}
