package aiquant.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PaceTest {

    @Test
    void beginsWith64BarsAndGrowsToWhatTakes80Ms() {
        Pace pace = new Pace(256, false);
        assertThat(pace.bars()).isEqualTo(64);

        pace.took(64, TimeUnit.MILLISECONDS.toNanos(51)); // 64 * 80 / 51 = 100.4

        assertThat(pace.bars()).isEqualTo(100);
    }

    @Test
    void atMostDoublesAndNeverGetsMoreThanThereIsRoomFor() {
        Pace pace = new Pace(200, false);

        pace.took(64, 1);
        assertThat(pace.bars()).isEqualTo(128);
        pace.took(128, 1);

        assertThat(pace.bars()).isEqualTo(200);
    }

    @Test
    void shrinksToOneBarOnASlowCard() {
        Pace pace = new Pace(256, false);

        pace.took(64, TimeUnit.SECONDS.toNanos(60));

        assertThat(pace.bars()).isEqualTo(1);
    }

    @Test
    void learnsNothingFromTheShortRestAtTheEnd() {
        Pace pace = new Pace(256, false);

        pace.took(3, TimeUnit.MILLISECONDS.toNanos(1));

        assertThat(pace.bars()).isEqualTo(64);
    }

    @Test
    void staysAsItWasFixed() {
        Pace pace = new Pace(7, true);

        pace.took(7, 1);

        assertThat(pace.bars()).isEqualTo(7);
    }
}
