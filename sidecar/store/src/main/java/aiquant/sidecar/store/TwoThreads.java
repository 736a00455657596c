package aiquant.sidecar.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/// Works through files two at a time; results and the first failure come in the order of the files.
final class TwoThreads {

    private static final int THREADS = 2;

    private TwoThreads() {}

    static <T, R> List<R> map(List<T> items, Function<T, R> work) {
        List<R> results = new ArrayList<>(items.size());
        forEach(items, work, results::add);
        return results;
    }

    /// Hands each result to `sink` on the calling thread.
    static <T, R> void forEach(List<T> items, Function<T, R> work, Consumer<R> sink) {
        if (items.size() == 1) {
            sink.accept(work.apply(items.getFirst()));
            return;
        }
        ExecutorService threads = Executors.newFixedThreadPool(
                THREADS, Thread.ofPlatform().daemon().name("market-data-", 1).factory());
        try {
            List<Future<R>> futures = items.stream()
                    .map(item -> threads.submit((Callable<R>) () -> work.apply(item)))
                    .toList();
            futures.forEach(future -> sink.accept(result(future)));
        } finally {
            threads.shutdownNow();
            threads.close();
        }
    }

    private static <R> R result(Future<R> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("reading market data was interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof StoreException refusal) {
                throw refusal;
            }
            throw new IllegalStateException("reading market data failed", e.getCause());
        }
    }
}
