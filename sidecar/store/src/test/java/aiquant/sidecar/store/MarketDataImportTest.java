package aiquant.sidecar.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aiquant.kernel.market.Interval;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MarketDataImportTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2025-01-01T00:00:00Z"));

    @TempDir
    Path given;

    @TempDir
    Path data;

    @Test
    void writesEachIntervalIntoItsDatabase() {
        Given.candles(given.resolve("deep/er/BTC.csv.gz"), "BTC,1h,0,1,2,0.5,1.5,10", "BTC,1h,3600000,1.5,2,1,2,0");
        Given.candles(given.resolve("ETH.csv"), "ETH,1h,0,1,2,0.5,1.5,10");
        Given.candles(given.resolve("BTC-5m.CSV"), "BTC,5m,300000,1,2,0.5,1.5,10");
        Given.csv(given.resolve("funding/BTC.csv"), Given.FUNDING_HEADER, "BTC,68,0.0000125", "BTC,3600097,-0.0001");

        ImportSummary summary = run(given);

        assertThat(summary.rows()).isEqualTo(6);
        assertThat(summary.databases())
                .containsExactly(
                        new ImportSummary.Written(data.resolve("candles_5m.db"), 1, 1, 1, 1),
                        new ImportSummary.Written(data.resolve("candles_1h.db"), 2, 2, 3, 3),
                        new ImportSummary.Written(data.resolve("funding_rates.db"), 1, 1, 2, 2));
        assertThat(Given.query(data.resolve("candles_1h.db"), "SELECT * FROM candles ORDER BY symbol, t"))
                .containsExactly(
                        "BTC 1h 0 3599999 1.0 2.0 0.5 1.5 10.0 0 2025-01-01T00:00:00Z 1 import 1735689600000 0",
                        "BTC 1h 3600000 7199999 1.5 2.0 1.0 2.0 0.0 0 2025-01-01T00:00:00Z 1 import 1735689600000 0",
                        "ETH 1h 0 3599999 1.0 2.0 0.5 1.5 10.0 0 2025-01-01T00:00:00Z 1 import 1735689600000 0");
        assertThat(Given.query(data.resolve("funding_rates.db"), "SELECT * FROM funding_rates ORDER BY time"))
                .containsExactly("BTC 68 1.25E-5 null", "BTC 3600097 -1.0E-4 null");
        assertThat(names(data)).containsExactly("candles_1h.db", "candles_5m.db", "funding_rates.db");
    }

    @Test
    void changesNothingWhenItIsRunAgain() {
        Path file = Given.candles(given.resolve("BTC.csv"), "BTC,1h,0,1,2,0.5,1.5,10");
        run(file);

        ImportSummary again = run(file);

        assertThat(again.databases()).extracting(ImportSummary.Written::changed).containsExactly(0L);
    }

    @Test
    void replacesABarThatCameWithOtherValuesBefore() {
        run(Given.candles(given.resolve("a.csv"), "BTC,1h,0,1,2,0.5,1.5,10", "BTC,1h,3600000,1,2,0.5,1.5,10"));

        ImportSummary second = run(Given.candles(given.resolve("b.csv"), "BTC,1h,0,1,2,0.5,1.25,10"));

        assertThat(second.databases())
                .extracting(ImportSummary.Written::changed)
                .containsExactly(1L);
        assertThat(Given.query(data.resolve("candles_1h.db"), "SELECT t, c, revision FROM candles ORDER BY t"))
                .containsExactly("0 1.25 1", "3600000 1.5 0");
    }

    static Stream<Arguments> badRows() {
        return Stream.of(
                Arguments.of(
                        "BTC,1h,3600000,0,2,0.5,1.5,1", "column open: expected a finite price above 0 but found '0'"),
                Arguments.of(
                        "BTC,1h,3600000,1,-2,0.5,1.5,1", "column high: expected a finite price above 0 but found '-2'"),
                Arguments.of(
                        "BTC,1h,3600000,1,2,NaN,1.5,1", "column low: expected a finite price above 0 but found 'NaN'"),
                Arguments.of(
                        "BTC,1h,3600000,1,2,0.5,1e999,1",
                        "column close: expected a finite price above 0 but found '1e999'"),
                Arguments.of("BTC,1h,3600000,1,2,0.5,,1", "column close: expected a finite price above 0 but found ''"),
                Arguments.of(
                        "BTC,1h,3600000,1,2,0.5,1.5,-1",
                        "column volume: expected a finite volume of 0 or more but found '-1'"),
                Arguments.of(
                        "BTC,1h,3600000,1,1.4,0.5,1.5,1",
                        "column high: expected at least 1.5, the higher of open and close, but found '1.4'"),
                Arguments.of(
                        "BTC,1h,3600000,1,2,1.1,1.5,1",
                        "column low: expected at most 1.0, the lower of open and close, but found '1.1'"),
                Arguments.of(
                        "BTC,1h,3600001,1,2,0.5,1.5,1",
                        "column t_open_ms: expected a multiple of 3600000 (1h) but found '3600001'"),
                Arguments.of(
                        "BTC,1h,0,1,2,0.5,1.5,1",
                        "column t_open_ms: expected a time after 0, the row before, but found '0'"),
                Arguments.of(
                        "BTC,1h,1970-01-01,1,2,0.5,1.5,1",
                        "column t_open_ms: expected a whole number of milliseconds but found '1970-01-01'"),
                Arguments.of(
                        "ETH,1h,3600000,1,2,0.5,1.5,1",
                        "column symbol: expected 'BTC' as in the rows before (one symbol per file) but found 'ETH'"),
                Arguments.of(
                        "BTC,5m,3600000,1,2,0.5,1.5,1",
                        "column interval: expected '1h' as in the rows before (one interval per file) but found '5m'"),
                Arguments.of(
                        "BTC,1h,3600000,1,2,0.5,1.5", "expected 8 columns but found 7 in 'BTC,1h,3600000,1,2,0.5,1.5'"),
                Arguments.of(
                        "BTC,1h,3600000,1,2,0.5,1.5,1,9",
                        "expected 8 columns but found 9 in 'BTC,1h,3600000,1,2,0.5,1.5,1,9'"),
                Arguments.of("", "expected 8 columns but found 1 in ''"));
    }

    @ParameterizedTest
    @MethodSource("badRows")
    void refusesABadRowByFileLineAndValueAndImportsNothing(String row, String complaint) {
        Given.candles(given.resolve("a.csv"), "ADA,1h,0,1,2,0.5,1.5,10");
        Path bad =
                Given.candles(given.resolve("b.csv"), "BTC,1h,0,1,2,0.5,1.5,10", row, "BTC,1h,7200000,1,2,0.5,1.5,10");

        assertThatThrownBy(() -> run(given))
                .isInstanceOf(StoreException.class)
                .hasMessage(bad + ", line 3" + (complaint.startsWith("column") ? ", " : ": ") + complaint);
        assertThat(names(data)).isEmpty();
    }

    static Stream<Arguments> badFiles() {
        String headers = "expected the header '" + Given.CANDLE_HEADER + "' or '" + Given.FUNDING_HEADER + "'";
        return Stream.of(
                Arguments.of("", ": the file is empty; " + headers),
                Arguments.of(Given.CANDLE_HEADER + "\n", ": the file has a header but no rows"),
                Arguments.of("time,open\n", ", line 1: " + headers + " but found 'time,open'"),
                Arguments.of(
                        Given.CANDLE_HEADER + "\n ,1h,0,1,1,1,1,1\n",
                        ", line 2, column symbol: expected a name without quotes or outer spaces but found ' '"),
                Arguments.of(
                        Given.CANDLE_HEADER + "\n\"BTC\",1h,0,1,1,1,1,1\n",
                        ", line 2, column symbol: expected a name without quotes or outer spaces but found '\"BTC\"'"),
                Arguments.of(
                        Given.CANDLE_HEADER + "\nBTC,2h,0,1,1,1,1,1\n",
                        ", line 2, column interval: expected an interval (1m 3m 5m 15m 30m 1h 4h 1d) but found '2h'"),
                Arguments.of(
                        Given.FUNDING_HEADER + "\nBTC,0,x\n",
                        ", line 2, column funding_rate: expected a finite rate but found 'x'"),
                Arguments.of(
                        Given.FUNDING_HEADER + "\nBTC,5,0\nBTC,5,0\n",
                        ", line 3, column t_ms: expected a time after 5, the row before, but found '5'"));
    }

    @ParameterizedTest
    @MethodSource("badFiles")
    void refusesABadFileByNameAndImportsNothing(String text, String complaint) {
        Given.candles(given.resolve("a.csv"), "ADA,1h,0,1,2,0.5,1.5,10");
        Path bad = Given.text(given.resolve("b.csv.gz"), text);

        assertThatThrownBy(() -> run(given)).isInstanceOf(StoreException.class).hasMessage(bad + complaint);
        assertThat(names(data)).isEmpty();
    }

    @Test
    void namesTheFirstBadFileWhicheverThreadIsFaster() {
        List<String> rows = new ArrayList<>();
        for (int hour = 0; hour < 20_000; hour++) {
            rows.add("ADA,1h," + hour * 3_600_000L + ",1,2,0.5,1.5,10");
        }
        rows.add("ADA,1h,bad,1,2,0.5,1.5,10");
        Path slow = Given.candles(given.resolve("a.csv"), rows.toArray(String[]::new));
        Given.candles(given.resolve("b.csv"), "BTC,1h,bad,1,2,0.5,1.5,10");

        assertThatThrownBy(() -> run(given)).hasMessageStartingWith(slow + ", line 20002, column t_open_ms: ");
    }

    @Test
    void importsMoreRowsThanGoToTheDatabaseAtOnce() {
        List<String> rows = new ArrayList<>();
        for (int hour = 0; hour < 2_500; hour++) {
            rows.add("BTC,1h," + hour * 3_600_000L + ",1,2,0.5,1.5," + hour);
        }
        Given.candles(given.resolve("a.csv"), rows.toArray(String[]::new));

        ImportSummary summary = run(given);

        assertThat(summary.databases())
                .extracting(ImportSummary.Written::changed)
                .containsExactly(2_500L);
        assertThat(Given.query(
                        data.resolve("candles_1h.db"),
                        "SELECT count(*), max(t), sum(v), count(DISTINCT source) FROM candles"))
                .containsExactly("2500 8996400000 3123750.0 1");
    }

    @Test
    void refusesTwoFilesThatDisagreeAndAcceptsTwoThatAgree() {
        Path a = Given.candles(given.resolve("a.csv"), "BTC,1h,0,1,2,0.5,1.5,10", "BTC,1h,3600000,1,2,0.5,1.5,10");
        Path b = Given.candles(given.resolve("b.csv"), "BTC,1h,3600000,1,2,0.5,1.25,10");

        assertThatThrownBy(() -> run(given))
                .isInstanceOf(StoreException.class)
                .hasMessage(a + " and " + b + " disagree on BTC 1h at t_open_ms 3600000: 1.0,2.0,0.5,1.5,10.0 against"
                        + " 1.0,2.0,0.5,1.25,10.0; import only one of them");
        assertThat(names(data)).isEmpty();

        Given.candles(b, "BTC,1h,3600000,1,2,0.5,1.5,10.0", "BTC,1h,7200000,1,2,0.5,1.5,10");
        assertThat(run(given).rows()).isEqualTo(4);
        assertThat(Given.query(data.resolve("candles_1h.db"), "SELECT count(*) FROM candles"))
                .containsExactly("3");
    }

    @Test
    void refusesTwoFundingFilesThatDisagree() {
        Path a = Given.csv(given.resolve("a.csv"), Given.FUNDING_HEADER, "BTC,5,0.1");
        Path b = Given.csv(given.resolve("b.csv"), Given.FUNDING_HEADER, "BTC,5,0.2");

        assertThatThrownBy(() -> run(given))
                .hasMessage(a + " and " + b + " disagree on the funding of BTC at t_ms 5: 0.1 against 0.2; import only"
                        + " one of them");
        assertThat(names(data)).isEmpty();
    }

    @Test
    void leavesAnOlderDatabaseAsItWasWhenTheImportFails() {
        run(Given.candles(given.resolve("a.csv"), "BTC,1h,0,1,2,0.5,1.5,10"));
        Path later = Given.candles(given.resolve("b.csv"), "BTC,1h,3600000,1,2,0.5,1.5,10");
        MarketDataImport rewrittenMeanwhile = new MarketDataImport(data, CLOCK, (step, _, _, _) -> {
            if (step == ImportProgress.Step.CHECKING) {
                Given.candles(later, "BTC,1h,3600000,1,2,0.5,1.5,10", "BTC,1h,7200000,1,2,0.5,1.5,10");
            }
        });

        assertThatThrownBy(() -> rewrittenMeanwhile.run(List.of(later)))
                .hasMessage(later + ": the file changed while it was being imported; import it again");
        assertThat(Given.query(data.resolve("candles_1h.db"), "SELECT t FROM candles"))
                .containsExactly("0");
        assertThat(names(data)).containsExactly("candles_1h.db");
    }

    @Test
    void clearsAwayWhatAKilledImportLeft() throws IOException {
        Files.writeString(data.resolve("candles_1h.db.importing"), "half a file");
        Files.writeString(data.resolve("candles_1h.db.importing-wal"), "half a file");

        run(Given.candles(given.resolve("a.csv"), "BTC,1h,0,1,2,0.5,1.5,10"));

        assertThat(names(data)).containsExactly("candles_1h.db");
    }

    @Test
    void reportsItsProgressFileByFile() {
        Given.candles(given.resolve("a.csv"), "BTC,1h,0,1,2,0.5,1.5,10", "BTC,1h,3600000,1,2,0.5,1.5,10");
        Given.candles(given.resolve("b.csv"), "ETH,1h,0,1,2,0.5,1.5,10");
        List<String> reports = new ArrayList<>();

        new MarketDataImport(
                        data,
                        CLOCK,
                        (step, done, total, rows) -> reports.add(step + " " + done + "/" + total + " " + rows))
                .run(List.of(given));

        assertThat(reports).containsExactly("CHECKING 1/2 2", "CHECKING 2/2 3", "WRITING 1/2 2", "WRITING 2/2 3");
    }

    @Test
    void readsBackWhatItImported() {
        Given.candles(given.resolve("a.csv"), "kPEPE,1h,0,0.00741,0.00751,0.00739,0.007428,87918700");

        run(given);

        CandleSource source = CandleReader.read(CandleQuery.of(List.of(data.toString()), Interval.H1));
        assertThat(Given.bars(source.series())).containsExactly("kPEPE 0: 0.00741 0.00751 0.00739 0.007428 8.79187E7");
    }

    private ImportSummary run(Path... files) {
        return new MarketDataImport(data, CLOCK, (_, _, _, _) -> {}).run(Arrays.asList(files));
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
