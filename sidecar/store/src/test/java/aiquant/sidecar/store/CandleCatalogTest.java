package aiquant.sidecar.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CandleCatalogTest {

    @TempDir
    Path folder;

    @Test
    void countsRowsGapsAndQuietBars() {
        Given.candles(
                folder.resolve("btc.csv"),
                "BTC,1h,0,1,1,1,1,0",
                "BTC,1h,7200000,1,1,1,1,1",
                "BTC,1h,18000000,1,1,1,1,0",
                "BTC,1h,21600000,1,1,1,1,1");
        Given.candles(folder.resolve("eth.csv"), "ETH,5m,300000,1,1,1,1,1");

        List<CandleCatalog.Entry> entries = CandleCatalog.of(List.of(folder.toString()));

        assertThat(entries)
                .containsExactly(
                        new CandleCatalog.Entry(Interval.M5, new Symbol("ETH"), 1, 300_000, 300_000, 0, 0, 0, 0),
                        new CandleCatalog.Entry(Interval.H1, new Symbol("BTC"), 4, 0, 21_600_000, 2, 3, 2, 2));
    }

    @Test
    void countsABarOnceThatSeveralFilesHold() {
        Path a = Given.plainDatabase(folder.resolve("candles_1h_a.db"), "'BTC', '1h', 0, 1, 1, 1, 1, 1");
        Path b = Given.plainDatabase(
                folder.resolve("candles_1h_b.db"),
                "'BTC', '1h', 0, 2, 2, 2, 2, 2",
                "'BTC', '1h', 3600000, 2, 2, 2, 2, 2",
                "'BTC', '2h', 0, 2, 2, 2, 2, 2");

        assertThat(CandleCatalog.of(List.of(a.toString(), b.toString())))
                .containsExactly(new CandleCatalog.Entry(Interval.H1, new Symbol("BTC"), 2, 0, 3_600_000, 0, 0, 0, 0));
    }

    @Test
    void saysWhenThereAreNoCandles() {
        Given.csv(folder.resolve("funding.csv"), Given.FUNDING_HEADER, "BTC,0,0.1");

        assertThatThrownBy(() -> CandleCatalog.of(List.of(folder.toString())))
                .isInstanceOf(StoreException.class)
                .hasMessage(folder + ": there are no candles here");
    }
}
