package aiquant.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SourceGuardTest {
    private long nowMs = 1_000;
    private final SourceGuard guard =
            new SourceGuard(PriceSource.SOCKET, 500, 5_000, () -> nowMs, new SplittableRandom(1));

    @Test
    void keepsAwayLongerWithEachFailureUpToALimit() {
        assertThat(guard.pauseMs()).isZero();
        long[] longest = {500, 1_000, 2_000, 4_000, 5_000, 5_000};
        for (long most : longest) {
            guard.failed("nobody listens");

            assertThat(guard.pauseMs()).isBetween(most / 2, most);
            nowMs += guard.pauseMs();
            assertThat(guard.pauseMs()).isZero();
        }

        assertThat(guard.state()).isEqualTo(new SourceState(PriceSource.SOCKET, 0, 6, 0, "nobody listens"));
    }

    @Test
    void beginsAnewAfterAnAnswer() {
        guard.failed("nobody listens");
        guard.failed("nobody listens");
        guard.answered(3);
        guard.failed("gone");

        assertThat(guard.pauseMs()).isBetween(250L, 500L);
        assertThat(guard.state()).isEqualTo(new SourceState(PriceSource.SOCKET, 1, 3, 3, "gone"));
    }
}
