package aiquant.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class SystemClockworkTest {
    private static final InstantSource NOON = InstantSource.fixed(Instant.ofEpochMilli(1_700_000_000_000L));

    @Test
    void runsPlannedWorkUnlessItIsCancelled() throws InterruptedException {
        try (SystemClockwork clockwork = new SystemClockwork(NOON)) {
            AtomicBoolean hasRun = new AtomicBoolean();
            CountDownLatch later = new CountDownLatch(1);

            clockwork.schedule(1, () -> hasRun.set(true)).cancel();
            clockwork.schedule(5, later::countDown);

            assertThat(later.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(hasRun).isFalse();
            assertThat(clockwork.millis()).isEqualTo(1_700_000_000_000L);
        }
    }
}
