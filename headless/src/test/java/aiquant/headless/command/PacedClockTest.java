package aiquant.headless.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PacedClockTest {
    private static final long START = 1_000_000;
    private static final long BAR = 60_000;

    private final AtomicLong nanos = new AtomicLong();
    private final PacedClock clock = new PacedClock(nanos::get, START, BAR, 4);

    @Test
    void passesAtItsSpeedWhileItIsFollowed() {
        for (int bar = 1; bar <= 8; bar++) {
            pass(250);
            clock.followed(START + bar * BAR);
        }

        assertThat(clock.nowMs()).isEqualTo(START + 8 * BAR);
    }

    @Test
    void creepsWhenNobodyFollows() {
        pass(500);
        assertThat(clock.nowMs()).isEqualTo(START + 2 * BAR);

        pass(2_000);

        assertThat(clock.nowMs()).isEqualTo(START + 3 * BAR);
    }

    @Test
    void standsStillWhilePausedAndGoesOnAtAnotherSpeed() {
        clock.setSpeed(0);
        pass(10_000);
        assertThat(clock.nowMs()).isEqualTo(START);

        clock.setSpeed(2);
        pass(500);

        assertThat(clock.nowMs()).isEqualTo(START + BAR);
        assertThat(clock.speed()).isEqualTo(2);
    }

    @Test
    void keepsToThoseWhoFollowAtInfiniteSpeed() {
        clock.setSpeed(Double.POSITIVE_INFINITY);

        pass(100);

        assertThat(clock.nowMs()).isBetween(START + 2 * BAR, START + 3 * BAR);
    }

    private void pass(long millis) {
        nanos.addAndGet(millis * 1_000_000);
    }
}
