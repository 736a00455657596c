package aiquant.headless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import aiquant.engine.ledger.LedgerHead;
import aiquant.engine.ledger.LedgerReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What cannot work is refused in one clear line, and nothing is touched.
class RefusalTest {

    @TempDir
    Path folder;

    private Path data;
    private Path candles;

    @BeforeEach
    void name() throws Exception {
        data = folder.resolve("data");
        candles = CandleFolder.write(folder.resolve("candles"), List.of("BTC", "ETH"), 60);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            global:\\n  trade:\\n    sl_atr_multt: 2\\n         | 3:5: unknown key 'sl_atr_multt' in global.trade
            global:\\n\\ttrade:\\n                              | 2:1: this is not YAML
            global:\\n  trade:\\n    leverage: 2\\n    leverage: 3\\n | 4:5: key 'leverage' is repeated
            """)
    void namesFileLineAndColumnOfABadSetting(String yaml, String problem) throws Exception {
        Path file = Files.writeString(
                folder.resolve("strategy.yaml"), yaml.replace("\\n", "\n").replace("\\t", "\t"));

        Program.Ended ended = paper(candles, "--config", file.toString());

        assertRefused(ended, "aiquant: " + file + ":" + problem);
        assertThat(Program.content(data)).isEmpty();
    }

    @Test
    void namesTheEngineFileInTheDataFolderWhenThatIsWrong() throws Exception {
        Files.createDirectories(data.resolve("config"));
        Path file = Files.writeString(data.resolve("config/engine.yaml"), "risk:\n  max_drawdown_pct: 200\n");

        Program.Ended ended = paper(candles);

        assertRefused(ended, "aiquant: " + file + ":2:");
        assertThat(Program.content(data)).containsExactly("config", "config/engine.yaml");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --exchange testnet --symbols BTC --speed 100 | --speed does not go with --exchange testnet
            --exchange mainnet --symbols BTC --speed max | --speed does not go with --exchange mainnet
            --exchange simulator                         | --exchange needs --symbols
            --symbols BTC                                | --symbols, --rest-url and --socket-url go with --exchange
            """)
    void refusesWhatDoesNotGoWithAMarketAsItHappens(String options, String problem) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("paper", "--headless", "--data-dir", data.toString()));
        arguments.addAll(List.of(options.split(" ")));

        Program.Ended ended = Program.run(arguments.toArray(String[]::new));

        assertRefused(ended, "aiquant: " + problem);
        assertThat(Program.content(data)).isEmpty();
    }

    @Test
    void refusesStoredCandlesTogetherWithAnExchange() throws Exception {
        Program.Ended ended = paper(candles, "--exchange", "simulator", "--symbols", "BTC");

        assertRefused(ended, "aiquant: --candles and --exchange exclude each other");
        assertThat(Program.content(data)).isEmpty();
    }

    @Test
    void namesTheRowAndColumnOfABadCandle() throws Exception {
        Path bad = Files.writeString(
                folder.resolve("bad.csv"),
                CandleFolder.HEADER + "BTC,1h,0,1,2,0.5,1.5,10\nBTC,1h,3600000,x,2,0.5,1.5,10\n");

        Program.Ended ended = paper(bad);

        assertRefused(ended, "aiquant: " + bad + ", line 3, column open: expected a finite price above 0 but found");
        assertThat(Program.content(data)).isEmpty();
    }

    @Test
    void namesTheFileThatCannotBeWritten() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "x");

        Program.Ended ended = Program.run(
                "replay",
                "--candles",
                candles.toString(),
                "--output",
                file.resolve("report.json").toString());

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).last().isEqualTo("aiquant: " + file + " exists already and is no folder");
    }

    @ParameterizedTest
    @CsvSource({
        "--initial-balance, Infinity, --initial-balance must be a positive amount: Infinity",
        "--initial-balance, 0, --initial-balance must be a positive amount: 0.0",
        "--universe-db, u.db, --universe-db u.db is only read with --universe-filter",
        "--slippage-bps, NaN, --slippage-bps must be a number: NaN",
        "--lookback, 0, --lookback must be at least 1: 0"
    })
    void namesTheOptionWhoseValueCannotBeUsed(String option, String value, String problem) {
        Program.Ended ended = Program.run("replay", "--candles", candles.toString(), option, value);

        assertRefused(ended, "aiquant: " + problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"balance": 9, "positions": {"a": {}}}       | positions must be a list: {"a":{}}
            {"balance": 9, "positions": "none"}          | positions must be a list: "none"
            {"balance": 1e999}                           | balance must be a number: "Infinity"
            {"balance": 9, "runtime": {"exit_attempt_ms_by_symbol": {"BTC": "soon"}}} \
            | runtime.exit_attempt_ms_by_symbol.BTC must be a number: "soon"
            {"balance": 9, "positions": [{"symbol": "BTC", "side": "long", "size": -1}]} \
            | positions[0].size must be positive: -1.0
            """)
    void namesWhatIsWrongWithAnInitialBook(String json, String problem) throws Exception {
        Path book = Files.writeString(folder.resolve("book.json"), json);

        Program.Ended ended = Program.run("replay", "--candles", candles.toString(), "--init-state", book.toString());

        assertRefused(ended, "aiquant: " + book + ": " + problem);
    }

    /// Such as two variables of a script that are both empty.
    @ParameterizedTest
    @ValueSource(strings = {"replay", "dump-indicators --symbol BTC"})
    void doesNotReadOtherCandlesThanTheOnesThatWereNamed(String command) {
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        words.addAll(List.of("--candles", ","));

        Program.Ended ended = Program.run(words.toArray(String[]::new));

        assertRefused(ended, "aiquant: no data file was named");
    }

    @Test
    void namesAPeriodWithoutABar() {
        Program.Ended ended = Program.run(
                "replay",
                "--candles",
                candles.toString(),
                "--start-ts",
                "2025-01-01T00:10:00Z",
                "--end-ts",
                "2025-01-01T00:20:00Z");

        assertRefused(
                ended,
                "aiquant: no 1h candles open from 2025-01-01T00:10:00Z to 2025-01-01T00:20:00Z; they reach"
                        + " from 2025-01-01T00:00:00Z to 2025-01-03T11:00:00Z");
    }

    /// Finer candles without an interval of their own have the strategy's, not the built-in hour.
    @Test
    void readsFinerCandlesInTheIntervalOfTheStrategyFile() throws Exception {
        Path file = Files.writeString(folder.resolve("half.yaml"), "global:\n  engine:\n    interval: 30m\n");
        Path half = Files.createDirectories(folder.resolve("half"));
        StringBuilder rows = new StringBuilder(CandleFolder.HEADER);
        for (int i = 0; i < 40; i++) {
            rows.append("BTC,30m,").append(1_735_689_600_000L + i * 1_800_000L).append(",10,11,9,10.5,100\n");
        }
        Files.writeString(half.resolve("BTC.csv"), rows);

        Program.Ended ended = Program.run(
                "replay",
                "--config",
                file.toString(),
                "--candles",
                half.toString(),
                "--exit-candles-db",
                half.toString(),
                "--digest");

        assertThat(ended.code()).isZero();
        assertThat(ended.err()).anyMatch(line -> line.contains("30m exit candles: " + half));
    }

    @Test
    void namesCandlesThatAreNotThere() throws Exception {
        Path nowhere = folder.resolve("nowhere");

        Program.Ended ended = paper(nowhere);

        assertRefused(ended, "aiquant: " + nowhere + ": no such file or folder");
        assertThat(Program.content(data)).isEmpty();
    }

    @Test
    void refusesTheLedgerOfAnotherMarketAndLeavesItAsItWas() throws Exception {
        assertThat(paper(candles).code()).isZero();
        LedgerHead before = head();
        Path others = CandleFolder.write(folder.resolve("others"), List.of("BTC", "SOL"), 60);

        Program.Ended ended = paper(others);

        assertRefused(ended, "aiquant: this data folder holds the ledger of candles of another market; choose another");
        assertThat(head()).isEqualTo(before);
        assertThat(paper(candles).code()).isZero();
    }

    @Test
    void refusesADataFolderItMayNotWrite() throws Exception {
        Files.createDirectory(data, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-xr-xr-x")));

        Program.Ended ended = withoutPowersOfRoot(paperArguments(candles));

        assertRefused(ended, "aiquant: The data folder " + data.toRealPath() + " cannot be written (");
        assertThat(Program.content(data)).isEmpty();
    }

    @Test
    void refusesALedgerItMayNotWriteAndLeavesItAsItWas() throws Exception {
        assertThat(paper(candles).code()).isZero();
        LedgerHead before = head();
        Path ledger = data.resolve("trading_engine.db");
        Files.setPosixFilePermissions(ledger, PosixFilePermissions.fromString("r--r--r--"));

        Program.Ended ended = withoutPowersOfRoot(paperArguments(candles));

        assertRefused(ended, "aiquant: The ledger " + ledger + " could not take entry " + (before.sequence() + 1));
        assertThat(head()).isEqualTo(before);
    }

    private void assertRefused(Program.Ended ended, String line) {
        assertThat(ended.err()).hasSize(1).first().asString().startsWith(line);
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
    }

    private Program.Ended paper(Path candles, String... more) {
        List<String> arguments = paperArguments(candles);
        arguments.addAll(List.of(more));
        return Program.run(arguments.toArray(String[]::new));
    }

    private List<String> paperArguments(Path candles) {
        return new ArrayList<>(List.of(
                "paper",
                "--headless",
                "--interval",
                "1h",
                "--candles",
                candles.toString(),
                "--data-dir",
                data.toString()));
    }

    /// Root may write everywhere, so it gives that power up first.
    private Program.Ended withoutPowersOfRoot(List<String> arguments) throws Exception {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search", "--"));
        }
        List<String> probe = new ArrayList<>(command);
        probe.addAll(List.of("touch", folder.resolve("probe").toString()));
        assumeTrue(Program.works(probe), "skipped: root cannot give up its powers here, setpriv does not work");
        command.addAll(Program.command(folder, arguments.toArray(String[]::new)));
        return Program.ended(folder, Program.start(folder, command));
    }

    private LedgerHead head() {
        try (LedgerReader reader = LedgerReader.open(data.resolve("trading_engine.db"))) {
            return reader.head();
        }
    }
}
