package aiquant.engine.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aiquant.config.Environment;
import aiquant.config.Selection;
import aiquant.config.Setting;
import aiquant.sidecar.store.StoreException;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndicatorDumpTest {
    private static final String HEADER = "t,close,ema_slow,ema_fast,ema_macro,adx,adx_slope,adx_pos,adx_neg,"
            + "bb_upper,bb_lower,bb_width,atr,rsi,macd_hist,stoch_rsi_k,stoch_rsi_d,vol_sma,vol_trend";

    @TempDir
    Path folder;

    @Test
    void writesOneRowPerBarFromTheFirst() throws IOException {
        Path candles = candles("""
                kPEPE,1h,0,10,11,9,10,4
                kPEPE,1h,3600000,10,12,9,11,5
                """);

        List<String> lines = dump(
                candles,
                "kPEPE",
                Selection.GLOBAL
                        .with(Setting.parse("indicators.ema_slow_window=3"))
                        .with(Setting.parse("indicators.ema_fast_window=1"))
                        .with(Setting.parse("indicators.vol_sma_window=2"))
                        .with(Setting.parse("indicators.vol_trend_window=1")));

        // Slow EMA: 10, then 10 + (11 - 10) * 2 / (3 + 1). Fast: the close. Volumes 4 and 5: mean 4.5, newest above it.
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).isEqualTo(HEADER);
        assertThat(lines.get(1)).startsWith("0,10.00000000,10.00000000,10.00000000,10.00000000,0.0000,");
        assertThat(lines.get(2))
                .startsWith("3600000,11.00000000,10.50000000,11.00000000,")
                .endsWith(",4.5000,1");
    }

    /// MACD after a fall of 1e-9 is about -1e-10.
    @Test
    void keepsTheSignOfWhatRoundsToZero() throws IOException {
        Path candles = candles("""
                BTC,1h,0,1,1,1,1,1
                BTC,1h,3600000,1,1,0.999999999,0.999999999,1
                """);

        List<String> lines = dump(candles, "BTC", Selection.GLOBAL);

        assertThat(lines.get(2).split(",", -1)[14]).isEqualTo("-0.00000000");
    }

    @Test
    void findsTheSymbolIgnoringCaseAndAppliesItsSection() throws IOException {
        Path candles = candles("""
                kPEPE,1h,0,10,11,9,10,4
                kPEPE,1h,3600000,10,12,9,11,5
                """);
        Path config = Files.writeString(
                folder.resolve("strategy.yaml"), "symbols:\n  kPEPE:\n    indicators:\n      ema_slow_window: 1\n");

        IndicatorDump dump = IndicatorDump.of(
                Optional.of(config), Selection.GLOBAL, List.of(candles.toString()), "kpepe", new Environment(Map.of()));

        assertThat(lines(dump).get(2)).startsWith("3600000,11.00000000,11.00000000,");
    }

    @Test
    void refusesTheBarsOfAnotherIntervalThanTheSymbolsSectionAsksFor() throws IOException {
        Path candles = candles("kPEPE,1h,0,1,1,1,1,1\n");
        Path config = Files.writeString(
                folder.resolve("strategy.yaml"), "symbols:\n  kPEPE:\n    engine:\n      interval: 30m\n");

        assertThatThrownBy(() -> IndicatorDump.of(
                        Optional.of(config),
                        Selection.GLOBAL,
                        List.of(candles.toString()),
                        "kpepe",
                        new Environment(Map.of())))
                .hasMessage("--symbol kpepe: the section of kPEPE sets engine.interval; write --symbol kPEPE");
    }

    @Test
    void namesASymbolThatIsNotThere() throws IOException {
        Path candles = candles("BTC,1h,0,1,1,1,1,1\n");

        assertThatThrownBy(() -> dump(candles, "ETH", Selection.GLOBAL))
                .isInstanceOf(StoreException.class)
                .hasMessage(candles + ": no 1h candles of symbol 'ETH'; there are BTC");
    }

    @Test
    void replacesTheFileInOneStep() throws IOException {
        Path candles = candles("BTC,1h,0,1,1,1,1,1\n");
        Path file = folder.resolve("out/indicators.csv");

        IndicatorDump dump = of(candles, "BTC", Selection.GLOBAL);
        dump.write(file);
        dump.write(file);

        assertThat(Files.readAllLines(file)).isEqualTo(lines(dump));
        try (var left = Files.list(folder.resolve("out"))) {
            assertThat(left).containsExactly(file);
        }
    }

    @Property(tries = 25)
    void keepsEveryBarInOrderWithAllColumns(
            @ForAll @Size(min = 1, max = 60) List<@DoubleRange(min = 0.01, max = 1e6) Double> closes)
            throws IOException {
        Path file = Files.createTempFile("candles", ".csv");
        try {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < closes.size(); i++) {
                double close = closes.get(i);
                text.append("BTC,1h,").append(i * 3_600_000L).append((',' + Double.toString(close)).repeat(4));
                text.append(",1\n");
            }
            Files.writeString(file, "symbol,interval,t_open_ms,open,high,low,close,volume\n" + text);

            List<String> lines = dump(file, "BTC", Selection.GLOBAL);

            assertThat(lines).hasSize(closes.size() + 1).startsWith(HEADER);
            for (int i = 0; i < closes.size(); i++) {
                assertThat(lines.get(i + 1).split(",", -1)).hasSize(19).startsWith(Long.toString(i * 3_600_000L));
                assertThat(lines.get(i + 1)).doesNotContain("NaN", "Infinity");
            }
        } finally {
            Files.delete(file);
        }
    }

    private Path candles(String rows) throws IOException {
        return Files.writeString(
                folder.resolve("candles.csv"), "symbol,interval,t_open_ms,open,high,low,close,volume\n" + rows);
    }

    private static List<String> dump(Path candles, String symbol, Selection selection) throws IOException {
        return lines(of(candles, symbol, selection));
    }

    private static IndicatorDump of(Path candles, String symbol, Selection selection) {
        return IndicatorDump.of(
                Optional.empty(),
                selection,
                List.of(candles.toString()),
                symbol,
                new Environment(Map.of(
                        "AI_QUANT_DATA_DIR", candles.resolveSibling("none").toString())));
    }

    private static List<String> lines(IndicatorDump dump) throws IOException {
        StringWriter text = new StringWriter();
        dump.write(text);
        return text.toString().lines().toList();
    }
}
