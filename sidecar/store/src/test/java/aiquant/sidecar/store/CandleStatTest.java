package aiquant.sidecar.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CandleStatTest {
    private static final Symbol BTC = new Symbol("BTC");

    @TempDir
    Path folder;

    @Test
    void countsWhatIsMissingBetweenTheNewestBars() {
        given("0", "60000", "240000", "300000");

        CandleStat stat = stat(200);

        assertThat(stat.rows()).isEqualTo(4);
        assertThat(stat.gapBars()).isEqualTo(2);
        assertThat(stat.maxGapBars()).isEqualTo(2);
        assertThat(stat.minMs()).isEqualTo(OptionalLong.of(0));
        assertThat(stat.maxMs()).isEqualTo(OptionalLong.of(300_000));
        assertThat(stat.maxCloseMs()).isEqualTo(OptionalLong.of(359_999));
        assertThat(stat.closeSpanMs()).isEqualTo(OptionalLong.of(59_999));
        assertThat(stat.isFit(4)).isFalse();
        assertThat(stat(2).isFit(2)).as("the newest two").isTrue();
        assertThat(stat(2).isFit(3)).isFalse();
    }

    @Test
    void bearsASecondOfDriftAndNoMore() {
        given("0", "61000", "123500");

        assertThat(stat(200).gapBars()).isEqualTo(1);
        assertThat(stat(200).outOfOrder()).isZero();
    }

    @Test
    void seesBarsThatOverlapAndValuesThatAreMissing() {
        given("0", "30000", "60000");
        Given.database(CandleStore.file(folder, Interval.M1), "UPDATE candles SET v = NULL WHERE t = 60000");

        assertThat(stat(200).outOfOrder()).isEqualTo(2);
        assertThat(stat(200).nullRows()).isEqualTo(1);
    }

    @Test
    void knowsNothingOfASymbolThatIsNotThere() {
        given("0");

        CandleStat stat = CandleStat.of(folder, Interval.M1, List.of(new Symbol("ETH")), 5)
                .getFirst();

        assertThat(stat.rows()).isZero();
        assertThat(stat.minMs()).isEmpty();
        assertThat(stat.isFit(1)).isFalse();
        assertThat(CandleStat.of(folder, Interval.M1, List.of(), 5))
                .extracting(CandleStat::symbol)
                .containsExactly(BTC);
        assertThatThrownBy(() -> CandleStat.of(folder, Interval.H1, List.of(), 5))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("candles_1h.db: no such file");
    }

    private void given(String... opens) {
        String[] rows = new String[opens.length];
        for (int i = 0; i < opens.length; i++) {
            rows[i] = "'BTC', '1m', " + opens[i] + ", 1, 2, 0.5, 1.5, 10";
        }
        Path file = Given.plainDatabase(CandleStore.file(folder, Interval.M1), rows);
        Given.database(file, "UPDATE candles SET t_close = t + 59999");
    }

    private CandleStat stat(int bars) {
        return CandleStat.of(folder, Interval.M1, List.of(BTC), bars).getFirst();
    }
}
