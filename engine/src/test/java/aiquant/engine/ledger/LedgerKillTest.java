package aiquant.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `kill -9` against a process that writes a ledger.
class LedgerKillTest {

    private static final int KILLS = 12;

    @TempDir
    Path folder;

    @Test
    void keepsEveryCommittedEntryThroughKills() throws Exception {
        Path file = folder.resolve("ledger.db");
        Random random = new Random(20260101);
        long last = 0;

        for (int kill = 0; kill < KILLS; kill++) {
            long promised = writeAndKill(file, kill, random.nextInt(400));
            assertThat(promised).isGreaterThan(last);

            last = reopened(file, promised);
        }
    }

    @Test
    void noticesThatTheWriteAheadLogIsGone() throws Exception {
        Path file = folder.resolve("ledger.db");
        long promised = writeAndKill(file, 1, 20);
        Files.delete(folder.resolve("ledger.db-wal"));

        assertThatThrownBy(() -> SqliteLedger.open(file))
                .isInstanceOf(LedgerDamaged.class)
                .hasMessageContaining("its end was lost");
        assertThat(promised).isPositive();
    }

    /// Lets the child commit some groups, kills it somewhere behind that, and returns the last sequence it promised.
    private long writeAndKill(Path file, int seed, int groups) throws IOException, InterruptedException {
        Process child = ChildJvm.start(folder, EndlessWriter.class, file.toString(), Integer.toString(seed));
        long promised = 0;
        try (BufferedReader lines = child.inputReader()) {
            for (int i = 0; i <= groups; i++) {
                promised = Long.parseLong(lines.readLine());
            }
            child.toHandle().destroyForcibly(); // unlike the process, its handle leaves the streams open
            child.waitFor();
            // What it still managed to print counts as well; a line cut short is a smaller number.
            String line = lines.readLine();
            while (line != null) {
                promised = Math.max(promised, Long.parseLong(line));
                line = lines.readLine();
            }
        }
        return promised;
    }

    private static long reopened(Path file, long promised) {
        try (LedgerReader reader = LedgerReader.open(file)) {
            assertThat(reader.verify()).isInstanceOf(Verification.Intact.class);
            assertThat(reader.head().sequence()).isGreaterThanOrEqualTo(promised);
            reader.entries(1, entry -> assertThat(entry.body()).isEqualTo(EndlessWriter.body(entry.sequence())));
        }
        try (Ledger ledger = SqliteLedger.open(file)) {
            long next = ledger.lastSequence() + 1;
            return ledger.append(next, "Reopened", EndlessWriter.body(next));
        }
    }
}
