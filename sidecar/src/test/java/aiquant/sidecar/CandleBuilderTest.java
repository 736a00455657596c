package aiquant.sidecar;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import aiquant.sidecar.store.StoredCandle;
import java.util.List;
import org.junit.jupiter.api.Test;

class CandleBuilderTest {

    private static final long MINUTE = 60_000;
    private static final SeriesKey KEY = new SeriesKey(new Symbol("BTC"), Interval.M1);

    private final CandleBuilder builder = new CandleBuilder(KEY, 2_000, MINUTE);

    @Test
    void writesTheFinalStateOfABarWhenTheNextOneOpens() {
        builder.onBar(bar(0, 10, 1), 1_000);
        builder.onBar(bar(0, 11, 2), 59_000);

        assertThat(shown(builder.onBar(bar(1, 12, 1), 60_500))).containsExactly("0 closed 11.0 n2", "1 open 12.0 n1");
    }

    @Test
    void closesABarByTheClockAfterItsGrace() {
        builder.onBar(bar(0, 10, 1), 1_000);

        assertThat(builder.onClock(MINUTE + 1_999, MINUTE + 1_999)).isEmpty();
        assertThat(shown(builder.onClock(MINUTE + 2_000, MINUTE + 2_000))).containsExactly("0 closed 10.0 n1");
    }

    @Test
    void leavesABarOpenWhileTheConnectionIsSilent() {
        builder.onBar(bar(0, 10, 1), 1_000);

        assertThat(builder.onClock(10 * MINUTE, 30_000)).isEmpty();
    }

    @Test
    void makesAFlatBarOfAnIntervalWithoutTrades() {
        builder.onBar(bar(0, 10, 1), 1_000);

        assertThat(shown(builder.onBar(bar(3, 12, 1), 3 * MINUTE)))
                .containsExactly("0 closed 10.0 n1", "1 closed 10.0 n0", "2 closed 10.0 n0", "3 open 12.0 n1");
        assertThat(shown(builder.onClock(5 * MINUTE + 2_000, 5 * MINUTE + 2_000)))
                .containsExactly("3 closed 12.0 n1", "4 closed 12.0 n0");
    }

    @Test
    void makesABarWithoutTradesFlatWhateverWasSent() {
        builder.onBar(bar(0, 10, 1), 1_000);
        builder.onBar(new MarketBar(MINUTE, 7, 7, 7, 7, 0, 0), MINUTE);

        List<StoredCandle> rows = builder.onBar(bar(2, 12, 1), 2 * MINUTE);

        assertThat(rows.getFirst().candle().close()).isEqualTo(10);
    }

    @Test
    void ignoresOlderAndRepeatedStatesOfABar() {
        builder.onBar(bar(0, 11, 2), 1_000);

        assertThat(builder.onBar(bar(0, 10, 1), 2_000)).isEmpty();
        assertThat(builder.onBar(bar(0, 11, 2), 3_000)).isEmpty();
        assertThat(shown(builder.onBar(bar(1, 12, 1), MINUTE))).startsWith("0 closed 11.0 n2");
    }

    @Test
    void rewritesAClosedBarThatGrewAndDoubtsOneThatDidNot() {
        builder.onBar(bar(0, 11, 2), 1_000);
        builder.onBar(bar(1, 12, 1), MINUTE);

        assertThat(shown(builder.onBar(bar(0, 13, 3), MINUTE + 1))).containsExactly("0 closed 13.0 n3");
        builder.takeDoubts();
        assertThat(builder.onBar(bar(0, 10, 1), MINUTE + 2)).isEmpty();
        assertThat(builder.takeDoubts()).containsExactly(0L);
    }

    @Test
    void leavesAHoleWhereTheConnectionDidNotSeeTheEnd() {
        builder.onBar(bar(0, 10, 1), 1_000);
        builder.disconnected();

        assertThat(shown(builder.onBar(bar(2, 12, 1), 2 * MINUTE))).containsExactly("2 open 12.0 n1");
        assertThat(builder.onClock(2 * MINUTE + 3_000, 2 * MINUTE + 3_000)).isEmpty();
    }

    @Test
    void goesOnWithABarThatTheNextConnectionShowsAgain() {
        builder.onBar(bar(0, 10, 1), 1_000);
        builder.disconnected();
        builder.onBar(bar(0, 11, 2), 30_000);

        assertThat(shown(builder.onBar(bar(1, 12, 1), MINUTE))).startsWith("0 closed 11.0 n2");
    }

    @Test
    void writesAnOpenBarNowAndThen() {
        assertThat(builder.onBar(bar(0, 10, 1), 1_000)).hasSize(1);
        assertThat(builder.onBar(bar(0, 11, 2), 60_999)).isEmpty();
        assertThat(shown(builder.onBar(bar(0, 12, 3), 61_000))).containsExactly("0 open 12.0 n3");
    }

    @Test
    void believesTheHistoryUnlessTheStreamSpokeSince() {
        builder.onBar(bar(0, 10, 1), 1_000);
        builder.onBar(bar(1, 12, 1), MINUTE);

        assertThat(builder.learn(bar(0, 11, 2), 500)).isFalse();
        assertThat(builder.learn(bar(0, 11, 2), MINUTE + 5_000)).isTrue();
        assertThat(builder.onBar(bar(0, 11, 2), MINUTE + 6_000)).isEmpty();
    }

    private static MarketBar bar(long minute, double close, long trades) {
        return new MarketBar(minute * MINUTE, 10, 20, 5, close, trades, trades);
    }

    private static List<String> shown(List<StoredCandle> rows) {
        return rows.stream()
                .map(row -> row.candle().openTimeMs() / MINUTE + (row.isClosed() ? " closed " : " open ")
                        + row.candle().close() + " n" + row.trades())
                .toList();
    }
}
