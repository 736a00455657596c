package aiquant.headless.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CandlesCommandTest {

    private static final String HEADER = "symbol,interval,t_open_ms,open,high,low,close,volume\n";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void importsFilesAndListsThem() throws IOException {
        Files.writeString(
                folder.resolve("kPEPE.csv"), HEADER + "kPEPE,1h,0,1,2,0.5,1.5,10\nkPEPE,1h,7200000,1,2,0.5,1.5,0\n");
        Files.writeString(folder.resolve("BTC.csv"), HEADER + "BTC,5m,300000,1,2,0.5,1.5,10\n");
        Path data = folder.resolve("data");

        int imported = run("import", folder.toString(), "--data-dir", data.toString());

        assertThat(imported).isZero();
        assertThat(err.toString().lines())
                .containsExactly(
                        "checked 1 of 2 files, 1 rows",
                        "checked 2 of 2 files, 3 rows",
                        "wrote 1 of 2 files, 1 rows",
                        "wrote 2 of 2 files, 3 rows");
        Path databases = data.resolve("candles_dbs");
        assertThat(out.toString().lines())
                .containsExactly(
                        databases.resolve("candles_5m.db")
                                + ": 1 rows of 1 symbols from 1 files, 1 of them new or changed",
                        databases.resolve("candles_1h.db")
                                + ": 2 rows of 1 symbols from 1 files, 2 of them new or changed");

        out.getBuffer().setLength(0);
        int listed = run("list", "--data-dir", data.toString());

        assertThat(listed).isZero();
        assertThat(out.toString().lines())
                .containsExactly(
                        "interval  symbol  rows  first             last              gaps  missing  largest  no volume",
                        "5m        BTC        1  1970-01-01 00:05  1970-01-01 00:05     0        0        0          0",
                        "1h        kPEPE      2  1970-01-01 00:00  1970-01-01 02:00     1        1        1          1");
    }

    @Test
    void listsAnyFileAsJson() throws IOException {
        Path file = Files.writeString(folder.resolve("BTC.csv"), HEADER + "BTC,5m,300000,1,2,0.5,1.5,10\n");

        int listed = run("list", "--json", "--candles", file.toString());

        assertThat(listed).isZero();
        assertThat(out.toString()).isEqualToIgnoringNewLines("""
                        [ {
                          "interval" : "5m",
                          "symbol" : "BTC",
                          "rows" : 1,
                          "first_ms" : 300000,
                          "last_ms" : 300000,
                          "gaps" : 0,
                          "missing_bars" : 0,
                          "largest_gap_bars" : 0,
                          "zero_volume_rows" : 0
                        } ]
                        """);
    }

    @Test
    void saysWhatIsWrongWithTheNewestCandles() throws IOException {
        Path file = Files.writeString(
                folder.resolve("BTC.csv"),
                HEADER + "BTC,1m,0,1,2,0.5,1.5,10\nBTC,1m,60000,1,2,0.5,1.5,10\nBTC,1m,180000,1,2,0.5,1.5,10\n");
        Path data = folder.resolve("data");
        run("import", file.toString(), "--data-dir", data.toString());
        out.getBuffer().setLength(0);
        String databases = data.resolve("candles_dbs").toString();

        int ended = run("stat", "--interval", "1m", "--bars", "3", "--db-dir", databases, "--json");

        assertThat(ended).isZero();
        assertThat(out.toString())
                .contains("\"rows\" : 3", "\"gap_bars\" : 1", "\"close_span_ms_mode\" : 59999", "\"fit\" : false");
        out.getBuffer().setLength(0);
        assertThat(run("stat", "--interval", "1m", "--bars", "1", "--db-dir", databases))
                .isZero();
        assertThat(out.toString().lines().toList().getLast()).startsWith("BTC        1  yes");
    }

    @Test
    void movesOldCandlesIntoOneFileAMonth() throws IOException {
        Path file = Files.writeString(folder.resolve("BTC.csv"), HEADER + "BTC,1h,0,1,2,0.5,1.5,10\n");
        Path data = folder.resolve("data");
        run("import", file.toString(), "--data-dir", data.toString());
        Path database = data.resolve("candles_dbs").resolve("candles_1h.db");
        Path month = database.resolveSibling("partitions").resolve("1h").resolve("candles_1h_1970-01.db");
        String[] dry = {"partitions", "--interval", "1h", "--src-db", database.toString()};

        assertThat(run(dry)).isZero();
        assertThat(month).doesNotExist();
        assertThat(out.toString()).contains("nothing was changed");
        assertThat(run("partitions", "--interval", "1h", "--src-db", database.toString(), "--apply", "--delete"))
                .isZero();
        assertThat(month).exists();
        assertThat(run("partitions", "--interval", "1h", "--src-db", database.toString(), "--delete"))
                .isEqualTo(2);
        assertThat(run(
                        "partitions",
                        "--interval",
                        "1h",
                        "--src-db",
                        folder.resolve("no.db").toString()))
                .isEqualTo(3);
        assertThat(err.toString()).contains("--delete needs --apply", "no.db: no such file");
    }

    @Test
    void failsWithOneLineThatNamesThePlace() throws IOException {
        Path bad = Files.writeString(folder.resolve("BTC.csv"), HEADER + "BTC,5m,300000,0,2,0.5,1.5,10\n");
        Path data = folder.resolve("data");

        int imported = run("import", bad.toString(), "--data-dir", data.toString());

        assertThat(imported).isEqualTo(1);
        assertThat(err.toString().lines())
                .containsExactly(bad + ", line 2, column open: expected a finite price above 0 but found '0'");
        assertThat(data).doesNotExist();

        err.getBuffer().setLength(0);
        int listed = run("list", "--data-dir", data.toString());

        assertThat(listed).isEqualTo(1);
        assertThat(err.toString().lines()).containsExactly(data.resolve("candles_dbs") + ": no such file or folder");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void wantsAtLeastOnePath() {
        assertThat(run("import")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).contains("PATH");
    }

    private int run(String... arguments) {
        return new CommandLine(new CandlesCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
