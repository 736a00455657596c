package aiquant.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.kernel.market.Interval;
import aiquant.simulator.market.CandleInterval;
import aiquant.simulator.market.VenueCandle;
import java.util.List;
import org.junit.jupiter.api.Test;

class GeneratedExchangeTest {
    private static final long OPEN_MS = 1_800_000_000_000L;

    @Test
    void hasAPastThatItsTradesGoOnFrom() throws Exception {
        SimulatorClock.Manual clock = new SimulatorClock.Manual(OPEN_MS);
        try (Simulator simulator =
                GeneratedExchange.start(7, Interval.M1, OPEN_MS, 300, settings -> settings, clock, new Given.Wall())) {
            clock.set(OPEN_MS + 10 * 60_000);
            simulator.catchUp();

            List<VenueCandle> minutes = candles(simulator, CandleInterval.M1);
            List<VenueCandle> hours = candles(simulator, CandleInterval.H1);

            assertThat(minutes).hasSize(310);
            for (int i = 1; i < minutes.size(); i++) {
                assertThat(minutes.get(i).openMs()).isEqualTo(minutes.get(i - 1).openMs() + 60_000);
                assertThat(minutes.get(i).open())
                        .isEqualByComparingTo(minutes.get(i - 1).close());
            }
            assertThat(hours).hasSize(6);
            assertThat(hours.getFirst().open())
                    .isEqualByComparingTo(minutes.getFirst().open());
            assertThat(hours.get(4).close())
                    .isEqualByComparingTo(minutes.get(299).close());
        }
    }

    private static List<VenueCandle> candles(Simulator simulator, CandleInterval interval) {
        return simulator.with(venue -> venue.queries().candles("kPEPE", interval, 0, OPEN_MS + 10 * 60_000 - 1));
    }
}
