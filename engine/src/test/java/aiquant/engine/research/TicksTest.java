package aiquant.engine.research;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TicksTest {

    private static final long NEW_YEAR_2025 = 1_735_689_600_000L;
    private static final long DAY = 86_400_000L;

    @Test
    void choosesRoundValues() {
        assertThat(Ticks.values(9_870, 10_420, 5)).containsExactly(10_000.0, 10_200.0, 10_400.0);
        assertThat(Ticks.values(-0.1, 0, 2)).containsExactly(-0.1, -0.05, 0.0);
        assertThat(Ticks.values(5, 5, 5)).containsExactly(5.0);
    }

    @Test
    void choosesRoundTimes() {
        assertThat(Ticks.times(NEW_YEAR_2025 + 1, NEW_YEAR_2025 + DAY / 4, 8))
                .extracting(Ticks.TimeTick::label)
                .containsExactly(
                        "1 Jan 01:00", "1 Jan 02:00", "1 Jan 03:00", "1 Jan 04:00", "1 Jan 05:00", "1 Jan 06:00");
        assertThat(Ticks.times(NEW_YEAR_2025, NEW_YEAR_2025 + 5 * DAY, 10))
                .extracting(Ticks.TimeTick::label)
                .startsWith("1 Jan 00:00", "1 Jan 12:00");
    }

    @Test
    void namesMonthsAndYears() {
        assertThat(Ticks.times(NEW_YEAR_2025 + 1, NEW_YEAR_2025 + 365 * DAY, 8))
                .extracting(Ticks.TimeTick::label)
                .containsExactly("Mar 2025", "May 2025", "Jul 2025", "Sep 2025", "Nov 2025", "Jan 2026");
        assertThat(Ticks.times(NEW_YEAR_2025, NEW_YEAR_2025 + 20 * 365 * DAY, 10))
                .extracting(Ticks.TimeTick::label)
                .startsWith("2025", "2027");
    }
}
