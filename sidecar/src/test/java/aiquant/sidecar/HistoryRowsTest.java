package aiquant.sidecar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aiquant.exchange.wire.Bar;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HistoryRowsTest {

    private static final long MINUTE = 60_000;
    private static final SeriesKey KEY = new SeriesKey(new Symbol("BTC"), Interval.M1);
    private static final long NOW = 1_000 * MINUTE;

    private final TreeMap<Long, MarketBar> stored = new TreeMap<>();

    @Test
    void takesAnAbsentBarForEmptyOnlyWhenToldTwice() {
        HistoryRows first = ask(10, 12, true, bar(9, 5), bar(10, 6), bar(12, 7));
        stored.put(11 * MINUTE, MarketBar.flat(11 * MINUTE, 6));
        HistoryRows second = ask(10, 12, true, bar(9, 5), bar(10, 6), bar(12, 7));

        assertThat(first.isDoubtful()).isFalse();
        assertThat(first.certain()).extracting(MarketBar::openTimeMs).containsExactly(10 * MINUTE, 12 * MINUTE);
        assertThat(first.likely()).containsExactly(MarketBar.flat(11 * MINUTE, 6));
        assertThat(second.certain()).contains(MarketBar.flat(11 * MINUTE, 6));
        assertThat(second.likely()).isEmpty();
    }

    @Test
    void findsWhereTheHistoryBegins() {
        HistoryRows rows = ask(10, 12, false, bar(12, 7));

        assertThat(rows.firstMs()).hasValue(12 * MINUTE);
        assertThat(rows.lost()).isEmpty();
        assertThat(ask(10, 12, false).firstMs()).hasValue(13 * MINUTE);
    }

    @Test
    void callsBarsLostThatTheExchangeNoLongerHas() {
        HistoryRows rows = ask(10, 12, true, bar(12, 7));

        assertThat(rows.lost()).containsExactly(10 * MINUTE, 11 * MINUTE);
        assertThat(rows.firstMs()).isEmpty();
    }

    @Test
    void doesNotInventBarsFromBeforeTheExchangeSurelyKeptThem() {
        long longAgo = NOW / MINUTE - HistoryRows.SURELY_KEPT - 10;
        stored.put((longAgo - 1) * MINUTE, MarketBar.flat((longAgo - 1) * MINUTE, 5));

        assertThat(ask(longAgo, longAgo, true).lost()).containsExactly(longAgo * MINUTE);
    }

    @Test
    void keepsABarWithTradesThatTheHistoryLeavesOut() {
        stored.put(11 * MINUTE, new MarketBar(11 * MINUTE, 6, 6, 6, 6, 3, 0));

        HistoryRows rows = ask(10, 12, true, bar(10, 6), bar(12, 7));

        assertThat(rows.denied()).containsExactly(11 * MINUTE);
        assertThat(rows.isDoubtful()).isTrue();
        assertThat(rows.certain()).hasSize(2);
    }

    @Test
    void leavesTheOpenBarOpen() {
        HistoryRows rows = ask(999, 1_000, true, bar(998, 4), bar(999, 5), bar(1_000, 6));

        assertThat(rows.certain()).isEmpty();
        assertThat(rows.open()).extracting(MarketBar::openTimeMs).containsExactly(999 * MINUTE, 1_000 * MINUTE);
    }

    @Test
    void believesNothingOfAnAnswerWithAnImpossibleBar() {
        assertThatThrownBy(() -> ask(10, 12, true, bar(10, 6), bar(11, 50)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("impossible bar");
    }

    private HistoryRows ask(long from, long to, boolean hasOlder, MarketBar... sent) {
        List<Bar> bars = Stream.of(sent).map(bar -> Truth.wire(KEY, bar)).toList();
        return HistoryRows.of(
                new Fetched(new Fetch(KEY, from * MINUTE, to * MINUTE), NOW + 1_000, bars, stored), hasOlder, 2_000);
    }

    private static MarketBar bar(long minute, double close) {
        return new MarketBar(minute * MINUTE, 6, 20, 1, close, 2, 3);
    }
}
