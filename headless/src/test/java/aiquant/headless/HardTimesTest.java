package aiquant.headless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import aiquant.engine.fact.Fact;
import aiquant.engine.fact.FactJson;
import aiquant.engine.ledger.LedgerEntry;
import aiquant.engine.ledger.LedgerFailed;
import aiquant.engine.ledger.LedgerReader;
import aiquant.engine.ledger.Verification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A full disk, a second program, a power cut: the program says so or goes on where it was.
class HardTimesTest {
    private static final int BARS = 400;
    private static final int KILLS = 4;
    private static final String TINY_DISK = "mount -t tmpfs -o size=2m tmpfs \"$0\" && ";

    @TempDir
    Path folder;

    private Path data;
    private Path candles;

    @BeforeEach
    void name() throws Exception {
        data = Files.createDirectory(folder.resolve("data"));
        candles = CandleFolder.write(folder.resolve("candles"), List.of("BTC", "ETH", "SOL", "DOGE", "XRP"), BARS);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, BARS})
    void endsWithOneClearLineWhenTheDiskIsFullAndGoesOnOnceThereIsSpace(int history) throws Exception {
        assumeTrue(
                Program.works(List.of("unshare", "-rm", "sh", "-c", TINY_DISK + "true", data.toString())),
                "skipped: unshare and mount do not work here, so there is no small disk to fill");
        List<String> undisturbed = undisturbed();
        String paper = Program.shellLine(folder, paper("--history", Integer.toString(history)));
        String full = errors("full");
        String still = errors("still");
        String script = TINY_DISK + "head -c 1600000 /dev/zero > \"$0/ballast\";"
                + paper + " > /dev/null 2> '" + full + "'; echo \"full $?\";"
                + paper + " > /dev/null 2> '" + still + "'; echo \"still $?\";"
                + "mount -o remount,size=64m \"$0\";"
                + Program.shellLine(folder, "ledger", "verify", "--data-dir", data.toString()) + "; echo \"verify $?\";"
                + paper + " > /dev/null 2>&1; echo \"freed $?\";"
                + "cp \"$0\"/trading_engine.* '" + Files.createDirectory(folder.resolve("saved")) + "'";

        Program.Ended ended = Program.ended(
                folder, Program.start(folder, List.of("unshare", "-rm", "sh", "-c", script, data.toString())));

        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).hasSize(5).contains("full 1", "still 1", "verify 0", "freed 0");
        assertThat(ended.out().get(2)).contains("trading_engine.db: ").endsWith(" entries, intact");
        List<String> lines = Files.readAllLines(Path.of(full));
        assertThat(lines.getFirst())
                .startsWith("aiquant: the engine stopped: The ledger " + ledger(data) + " could not ")
                .endsWith(": the disk is full. Free some space and start again.");
        assertThat(lines).hasSize(3);
        assertThat(lines.get(1)).startsWith("paper ended: ");
        assertThat(Files.readAllLines(Path.of(still)).getFirst())
                .startsWith("aiquant: ")
                .endsWith(": the disk is full. Free some space and start again.");
        assertThat(fills(folder.resolve("saved"))).isEqualTo(undisturbed);
    }

    @Test
    void refusesASecondProgramInTheSameFolderWhileTheFirstGoesOn() throws Exception {
        Process first = Program.start(folder, Program.command(folder, paper("--speed", "100")));
        try {
            long before = awaitEntries(first, 3);

            Program.Ended second = Program.run(paper());

            assertThat(second.err())
                    .singleElement()
                    .asString()
                    .startsWith("aiquant: " + data.toRealPath() + " is in use by pid " + first.pid() + " (since 20");
            assertThat(second.code()).isEqualTo(1);
            assertThat(awaitEntries(first, before + 1)).isGreaterThan(before);
        } finally {
            first.destroy();
        }
        Program.Ended ended = Program.ended(folder, first);
        assertThat(ended.err()).noneMatch(line -> line.startsWith("aiquant:"));
        try (LedgerReader reader = LedgerReader.open(ledger(data))) {
            assertThat(reader.page(Long.MAX_VALUE, 1))
                    .first()
                    .extracting(LedgerEntry::kind)
                    .isEqualTo("RunEnded");
        }
    }

    @Test
    void tradesOnWhereItWasAfterEveryKill() throws Exception {
        List<String> undisturbed = undisturbed();
        Random random = new Random(20260101);

        long entries = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Process child = Program.start(folder, Program.command(folder, paper("--speed", "200")));
            entries = awaitEntries(child, entries + 1 + random.nextInt(60));
            assertThat(child.isAlive()).isTrue();
            child.destroyForcibly().waitFor();
        }
        Program.Ended last = Program.run(paper());

        assertThat(last.code()).isZero();
        assertThat(fills(data)).isEqualTo(undisturbed);
    }

    /// The fills of a run that nothing disturbs.
    private List<String> undisturbed() throws Exception {
        Path own = folder.resolve("undisturbed");
        String[] arguments = paper();
        arguments[arguments.length - 1] = own.toString();
        assertThat(Program.run(arguments).code()).isZero();
        List<String> fills = fills(own);
        assertThat(fills).hasSizeGreaterThan(20);
        return fills;
    }

    private String[] paper(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "paper",
                "--headless",
                "--interval",
                "1h",
                "--lookback",
                "50",
                "--set",
                "trade.entry_min_confidence=low",
                "--set",
                "filters.enable_ranging_filter=false",
                "--set",
                "thresholds.entry.min_adx=10",
                "--candles",
                candles.toString()));
        arguments.addAll(List.of(more));
        arguments.addAll(List.of("--data-dir", data.toString()));
        return arguments.toArray(String[]::new);
    }

    private String errors(String name) {
        return folder.resolve(name + ".err").toString();
    }

    private static Path ledger(Path data) {
        return data.resolve("trading_engine.db");
    }

    /// Waits until the running program has at least this many entries in its ledger.
    private long awaitEntries(Process child, long wanted) {
        long patience = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        long entries = 0;
        while (entries < wanted && child.isAlive() && System.nanoTime() < patience) {
            LockSupport.parkNanos(5_000_000);
            entries = entries();
        }
        assertThat(entries).isGreaterThanOrEqualTo(wanted);
        return entries;
    }

    private long entries() {
        if (!Files.exists(ledger(data))) {
            return 0;
        }
        try (LedgerReader reader = LedgerReader.open(ledger(data))) {
            return reader.head().sequence();
        } catch (LedgerFailed notYetCreated) {
            return 0;
        }
    }

    private static List<String> fills(Path data) {
        List<String> fills = new ArrayList<>();
        try (LedgerReader reader = LedgerReader.open(ledger(data))) {
            assertThat(reader.verify()).isInstanceOf(Verification.Intact.class);
            reader.entries(1, entry -> {
                if (FactJson.read(entry.kind(), entry.body()) instanceof Fact.FillBooked) {
                    fills.add(entry.body());
                }
            });
        }
        return fills;
    }
}
