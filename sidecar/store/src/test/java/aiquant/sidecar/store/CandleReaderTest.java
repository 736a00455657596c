package aiquant.sidecar.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aiquant.kernel.market.Interval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CandleReaderTest {

    private static final long HOUR = 3_600_000L;

    @TempDir
    Path folder;

    @Test
    void readsOneCsvFile() {
        Path file =
                Given.candles(folder.resolve("btc.csv"), "BTC,1h,3600000,1,2,0.5,1.5,10", "BTC,1h,7200000,1.5,3,1,2,0");

        CandleSource source = read(file);

        assertThat(Given.bars(source.series()))
                .containsExactly("BTC 3600000: 1.0 2.0 0.5 1.5 10.0", "BTC 7200000: 1.5 3.0 1.0 2.0 0.0");
        assertThat(source.minMs()).isEqualTo(HOUR);
        assertThat(source.maxMs()).isEqualTo(2 * HOUR);
        assertThat(source.rows()).isEqualTo(2);
    }

    @Test
    void readsGzipWhateverTheNameAndTheLineBreaks() {
        Given.text(folder.resolve("a.csv.gz"), Given.CANDLE_HEADER + "\r\nBTC,1h,0,1,2,0.5,1.5,10\r\n");
        Given.text(folder.resolve("b.csv.gz"), Given.CANDLE_HEADER + "\nETH,1h,0,1,2,0.5,1.5,10");

        CandleSource source = read(folder);

        assertThat(Given.bars(source.series()))
                .containsExactly("BTC 0: 1.0 2.0 0.5 1.5 10.0", "ETH 0: 1.0 2.0 0.5 1.5 10.0");
    }

    @Test
    void readsTheTableOfOtherProgramsAndOrdersSymbolsByBytes() {
        Path file = Given.plainDatabase(
                folder.resolve("candles_1h.db"),
                "'kPEPE', '1h', 0, 1, 2, 0.5, 1.5, 10",
                "'ZEC', '1h', 3600000, 1, 2, 0.5, 1.5, 0",
                "'ZEC', '1h', 0, 1, 2, 0.5, 1.25, 10",
                "'ZEC', '5m', 300000, 9, 9, 9, 9, 9");

        CandleSource source = read(file);

        assertThat(Given.bars(source.series()))
                .containsExactly(
                        "ZEC 0: 1.0 2.0 0.5 1.25 10.0",
                        "ZEC 3600000: 1.0 2.0 0.5 1.5 0.0",
                        "kPEPE 0: 1.0 2.0 0.5 1.5 10.0");
    }

    @Test
    void leavesOpenBarsOutWhereTheTableTellsThem() {
        Path file = Given.plainDatabase(
                folder.resolve("candles_1h.db"),
                "'BTC', '1h', 0, 1, 2, 0.5, 1.5, 10",
                "'BTC', '1h', 3600000, 1, 2, 0.5, 1.5, 10");
        Given.database(
                file,
                "ALTER TABLE candles ADD COLUMN closed INTEGER NOT NULL DEFAULT 1",
                "UPDATE candles SET closed = 0 WHERE t = 3600000");

        assertThat(Given.bars(read(file).series())).containsExactly("BTC 0: 1.0 2.0 0.5 1.5 10.0");
    }

    @Test
    void readsADatabaseOfWhichTheFolderCannotBeWritten() throws IOException {
        Path file = Given.plainDatabase(folder.resolve("candles_1h.db"), "'BTC', '1h', 0, 1, 2, 0.5, 1.5, 10");
        Given.database(file, "PRAGMA journal_mode = WAL");
        Files.createDirectory(folder.resolve("candles_1h.db-shm"));

        assertThat(Given.bars(read(file).series())).containsExactly("BTC 0: 1.0 2.0 0.5 1.5 10.0");
    }

    @Test
    void keepsTheBarReadFirstWhereFilesOverlap() {
        Given.plainDatabase(
                folder.resolve("candles_1h_2025-01.db"),
                "'BTC', '1h', 3600000, 1, 1, 1, 1, 1",
                "'BTC', '1h', 7200000, 1, 1, 1, 1, 1");
        Given.plainDatabase(
                folder.resolve("candles_1h_2025-02.DB"),
                "'BTC', '1h', 0, 2, 2, 2, 2, 2",
                "'BTC', '1h', 7200000, 2, 2, 2, 2, 2",
                "'BTC', '1h', 10800000, 2, 2, 2, 2, 2");
        Given.plainDatabase(folder.resolve("other_1h.db"), "'BTC', '1h', 0, 3, 3, 3, 3, 3");

        List<String> byName = Given.bars(read(folder).series());
        List<String> reversed = Given.bars(CandleReader.read(CandleQuery.of(
                        List.of(folder.resolve("candles_1h_2025-02.DB") + ","
                                + folder.resolve("candles_1h_2025-01.db")),
                        Interval.H1))
                .series());

        assertThat(byName)
                .containsExactly(
                        "BTC 0: 2.0 2.0 2.0 2.0 2.0",
                        "BTC 3600000: 1.0 1.0 1.0 1.0 1.0",
                        "BTC 7200000: 1.0 1.0 1.0 1.0 1.0",
                        "BTC 10800000: 2.0 2.0 2.0 2.0 2.0");
        assertThat(reversed)
                .containsExactly(
                        "BTC 0: 2.0 2.0 2.0 2.0 2.0",
                        "BTC 3600000: 1.0 1.0 1.0 1.0 1.0",
                        "BTC 7200000: 2.0 2.0 2.0 2.0 2.0",
                        "BTC 10800000: 2.0 2.0 2.0 2.0 2.0");
    }

    @Test
    void takesBothBoundsAsIncluded() {
        Path csv = Given.candles(
                folder.resolve("btc.csv"),
                "BTC,1h,0,1,1,1,1,1",
                "BTC,1h,3600000,1,1,1,1,1",
                "BTC,1h,7200000,1,1,1,1,1",
                "BTC,1h,10800000,1,1,1,1,1");
        Path database = Given.plainDatabase(
                folder.resolve("candles_1h.db"),
                "'ETH', '1h', 0, 1, 1, 1, 1, 1",
                "'ETH', '1h', 3600000, 1, 1, 1, 1, 1",
                "'ETH', '1h', 7200000, 1, 1, 1, 1, 1",
                "'ETH', '1h', 10800000, 1, 1, 1, 1, 1");

        CandleSource source =
                CandleReader.read(CandleQuery.of(List.of(csv.toString(), database.toString()), Interval.H1)
                        .between(HOUR, 2 * HOUR));

        assertThat(source.rows()).isEqualTo(4);
        assertThat(source.minMs()).isEqualTo(HOUR);
        assertThat(source.maxMs()).isEqualTo(2 * HOUR);
    }

    @Test
    void knowsTheRangeOfAllFilesAndSymbolsTogether() {
        Path csv = Given.candles(folder.resolve("btc.csv"), "BTC,1h,3600000,1,1,1,1,1", "BTC,1h,7200000,1,1,1,1,1");
        Path database = Given.plainDatabase(
                folder.resolve("candles_1h.db"),
                "'ETH', '1h', 0, 1, 1, 1, 1, 1",
                "'SOL', '1h', 10800000, 1, 1, 1, 1, 1",
                "'SOL', '5m', 14400000, 1, 1, 1, 1, 1");
        CandleQuery query = CandleQuery.of(List.of(csv.toString(), database.toString()), Interval.H1);

        assertThat(CandleReader.range(query)).isEqualTo(new TimeRange(0, 3 * HOUR));
        assertThat(CandleReader.range(query.only("btc"))).isEqualTo(new TimeRange(HOUR, 2 * HOUR));
    }

    @Test
    void readsOnlyTheIntervalWantedFromAFolderOfCsvFiles() {
        Given.candles(folder.resolve("1h/BTC.csv"), "BTC,1h,0,1,1,1,1,1");
        Given.candles(folder.resolve("5m/BTC.csv"), "BTC,5m,0,2,2,2,2,2");
        Given.csv(folder.resolve("funding/BTC.csv"), Given.FUNDING_HEADER, "BTC,0,0.1");

        assertThat(Given.bars(read(folder).series())).containsExactly("BTC 0: 1.0 1.0 1.0 1.0 1.0");
        assertThatThrownBy(() -> CandleReader.read(CandleQuery.of(List.of(folder.toString()), Interval.M15)))
                .isInstanceOf(StoreException.class)
                .hasMessage(folder + ": no 15m candles here; there are 1h 5m");
    }

    @Test
    void findsASymbolByItsExactNameAndElseIgnoringCase() {
        Given.candles(folder.resolve("a.csv"), "kPEPE,1h,0,1,1,1,1,1");
        Given.candles(folder.resolve("b.csv"), "BTC,1h,0,1,1,1,1,1");

        assertThat(symbols("kPEPE")).containsExactly("kPEPE");
        assertThat(symbols("KPEPE")).containsExactly("kPEPE");
        assertThatThrownBy(() -> symbols("DOGE"))
                .hasMessage(folder + ": no 1h candles of symbol 'DOGE'; there are BTC kPEPE");

        Given.candles(folder.resolve("c.csv"), "KPEPE,1h,0,1,1,1,1,1");

        assertThat(symbols("KPEPE")).containsExactly("KPEPE");
        assertThatThrownBy(() -> symbols("kpepe"))
                .hasMessage(folder + ": symbol 'kpepe' could be any of KPEPE kPEPE; write its exact case");
    }

    @ParameterizedTest
    @CsvSource({
        "'0, NULL, 1, 1, 1, 1, 1', 'o = null, h = 1.0, l = 1.0, c = 1.0, v = 1.0, t_close = 1'",
        "'0, 1, 1, 1, 0, 1, 1', 'o = 1.0, h = 1.0, l = 1.0, c = 0.0, v = 1.0, t_close = 1'",
        "'0, 1, -1, 1, 1, 1, 1', 'o = 1.0, h = -1.0, l = 1.0, c = 1.0, v = 1.0, t_close = 1'",
        "'0, 1, 9e999, 1, 1, 1, 1', 'o = 1.0, h = Infinity, l = 1.0, c = 1.0, v = 1.0, t_close = 1'",
        "'0, 1, 1, 1, 1, NULL, 1', 'o = 1.0, h = 1.0, l = 1.0, c = 1.0, v = null, t_close = 1'",
        "'0, 1, 1, 1, 1, -2, 1', 'o = 1.0, h = 1.0, l = 1.0, c = 1.0, v = -2.0, t_close = 1'",
        "'0, 1, 1, 1, 1, 1, NULL', 'o = 1.0, h = 1.0, l = 1.0, c = 1.0, v = 1.0, t_close = null'",
    })
    void refusesARowOfADatabaseByFileSymbolAndTime(String values, String found) {
        Path file = Given.database(
                folder.resolve("candles_1h.db"),
                Given.PLAIN_TABLE,
                "INSERT INTO candles(symbol, interval, t, o, h, l, c, v, t_close) VALUES ('BTC', '1h', " + values
                        + ")");

        assertThatThrownBy(() -> read(file))
                .isInstanceOf(StoreException.class)
                .hasMessage(file + ", candle of BTC at t = 0: expected finite prices above 0, a finite volume of 0 or"
                        + " more and a close time, but found " + found);
    }

    @Test
    void saysWhichColumnsOrTableADatabaseLacks() {
        Path noVolume = Given.database(
                folder.resolve("candles_a.db"), "CREATE TABLE candles(symbol, interval, t, t_close, o, h, l, c)");
        Path noTable = Given.database(folder.resolve("candles_b.db"), "CREATE TABLE trades(id)");

        assertThatThrownBy(() -> read(noVolume))
                .hasMessage(noVolume + ", table candles: the columns [v] are missing, found [symbol, interval, t,"
                        + " t_close, o, h, l, c]");
        assertThatThrownBy(() -> read(noTable)).hasMessage(noTable + ": the database has no table candles");
    }

    @Test
    void saysWhatIsMissingBeforeReadingAnything() {
        Path empty = folder.resolve("nothing");
        Path wrongInterval = Given.candles(folder.resolve("btc.csv"), "BTC,5m,0,1,1,1,1,1");
        Path wrongDatabase = Given.plainDatabase(
                folder.resolve("x.db"), "'BTC', '5m', 0, 1, 1, 1, 1, 1", "'BTC', '2h', 0, 1, 1, 1, 1, 1");

        assertThatThrownBy(() -> read(empty)).hasMessage(empty + ": no such file or folder");
        assertThat(empty.toFile().mkdir()).isTrue();
        assertThatThrownBy(() -> read(empty))
                .hasMessage(empty + ": no candles_*.db in this folder, and no .csv or .csv.gz in it or below it");
        assertThatThrownBy(() -> read(wrongInterval)).hasMessage(wrongInterval + ": no 1h candles here; there are 5m");
        assertThatThrownBy(() -> read(wrongDatabase))
                .hasMessage(wrongDatabase + ": no 1h candles here; there are 2h 5m");
        assertThatThrownBy(() -> CandleReader.read(CandleQuery.of(List.of(" , "), Interval.H1)))
                .hasMessage("no data file was named; expected a database, a CSV file or a folder of them");
        assertThatThrownBy(() -> CandleReader.read(CandleQuery.of(List.of(wrongInterval.toString()), Interval.M5)
                        .between(5, 6)))
                .hasMessage(wrongInterval + ": no 5m candles between 5 and 6 (epoch milliseconds)");
    }

    @Test
    void tellsADamagedOrForeignFileFromData() throws IOException {
        Path damaged = Given.text(folder.resolve("candles_1h.db"), "SQLite format 3\0 and then nonsense");
        Path truncated = Given.candles(folder.resolve("t.csv.gz"), "BTC,1h,0,1,1,1,1,1");
        byte[] bytes = Files.readAllBytes(truncated);
        Files.write(truncated, Arrays.copyOf(bytes, bytes.length - 12));

        assertThatThrownBy(() -> read(damaged)).hasMessage(damaged + ": this file is not a SQLite database");
        assertThatThrownBy(() -> read(truncated))
                .isInstanceOf(StoreException.class)
                .hasMessage(truncated
                        + ", after line 1: the file cannot be read further: Unexpected end of ZLIB input stream");
    }

    private List<String> symbols(String name) {
        return CandleReader.read(
                        CandleQuery.of(List.of(folder.toString()), Interval.H1).only(name))
                .series()
                .stream()
                .map(series -> series.symbol().name())
                .toList();
    }

    private static CandleSource read(Path path) {
        return CandleReader.read(CandleQuery.of(List.of(path.toString()), Interval.H1));
    }
}
