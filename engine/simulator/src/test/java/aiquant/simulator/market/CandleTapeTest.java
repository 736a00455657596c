package aiquant.simulator.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class CandleTapeTest {

    private static final long MINUTE_MS = 60_000;
    private static final long MAY_2026_MS = 1_777_593_600_000L;

    @Test
    void opensAMonthAtItsFirstMidnight() {
        assertThat(CandleInterval.MONTH.openMs(MAY_2026_MS + 12_345_678)).isEqualTo(MAY_2026_MS);
        assertThat(CandleInterval.MONTH.nextOpenMs(MAY_2026_MS)).isEqualTo(MAY_2026_MS + 31L * 86_400_000);
    }

    @Test
    void keepsTheLastFiveThousand() {
        CandleTape tape = new CandleTape(true);
        tape.add(0, BigDecimal.TEN, BigDecimal.ONE);
        tape.add(6000 * MINUTE_MS, BigDecimal.TWO, BigDecimal.ONE);

        List<VenueCandle> candles = tape.between(CandleInterval.M1, 0, Long.MAX_VALUE, 6000 * MINUTE_MS);

        assertThat(candles).hasSize(CandleTape.KEPT);
        assertThat(candles.getFirst().openMs()).isEqualTo(1001 * MINUTE_MS);
        assertThat(candles.getFirst().trades()).isZero();
    }

    @Test
    void includesTheCandleThatContainsTheStart() {
        CandleTape tape = new CandleTape(true);
        tape.add(0, BigDecimal.TEN, BigDecimal.ONE);

        assertThat(tape.between(CandleInterval.M1, MINUTE_MS + 30_000, 2 * MINUTE_MS, 5 * MINUTE_MS))
                .extracting(VenueCandle::openMs)
                .containsExactly(MINUTE_MS, 2 * MINUTE_MS);
    }
}
