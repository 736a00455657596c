package aiquant.gpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WorkTest {

    @Test
    void givesWhatCameOfAllInTheirOrder() {
        assertThat(Work.all(List.of(CompletableFuture.completedFuture(1), CompletableFuture.completedFuture(2))))
                .containsExactly(1, 2);
    }

    @Test
    void failsWithTheFirstFailureOnceAllHaveEnded() {
        List<Future<String>> work = List.of(
                CompletableFuture.failedFuture(new IllegalArgumentException("first")),
                CompletableFuture.completedFuture("done"),
                CompletableFuture.failedFuture(new IllegalArgumentException("second")));

        assertThatThrownBy(() -> Work.all(work))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("first");
    }

    @Test
    void waitsToTheEndThoughItIsInterruptedAndRemembersThat() throws Exception {
        CompletableFuture<String> work = new CompletableFuture<>();
        CountDownLatch isWaiting = new CountDownLatch(1);
        AtomicReference<List<String>> done = new AtomicReference<>(List.of());
        FutureTask<Boolean> wasInterrupted = new FutureTask<>(() -> {
            Thread.currentThread().interrupt();
            isWaiting.countDown();
            done.set(Work.all(List.of(work)));
            return Thread.interrupted();
        });
        Thread.ofPlatform().start(wasInterrupted);
        isWaiting.await();

        work.complete("late");

        assertThat(wasInterrupted.get()).isTrue();
        assertThat(done.get()).containsExactly("late");
    }
}
