package aiquant.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.engine.ledger.Snapshots.Snapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotsTest {

    @TempDir
    Path folder;

    private Path file;
    private Snapshot saved = new Snapshot(LedgerHead.EMPTY, "{}");

    @BeforeEach
    void saveAfterTwoOfThreeEntries() throws Exception {
        file = folder.resolve("snapshot");
        try (Ledger ledger = SqliteLedger.open(folder.resolve("ledger.db"))) {
            ledger.append(1, "First", "{}");
            ledger.append(2, "Second", "{}");
            ledger.commit();
            saved = new Snapshot(ledger.head(), "{\"cash\":\"100.5\",\n \"name\":\"ä\"}");
            new Snapshots(file, "state-1").save(saved);
            ledger.append(3, "Third", "{}");
        }
    }

    @Test
    void givesBackWhatWasSaved() {
        assertThat(load("ledger.db", "state-1")).contains(saved);
    }

    @Test
    void isDroppedWhenTheStateIsFoldedDifferently() {
        assertThat(load("ledger.db", "state-2")).isEmpty();
    }

    @Test
    void isDroppedWhenTheLedgerHasAnotherEntryThere() {
        try (Ledger other = SqliteLedger.open(folder.resolve("other.db"))) {
            other.append(1, "First", "{}");
            other.append(2, "Another", "{}");
        }

        assertThat(load("other.db", "state-1")).isEmpty();
    }

    @Test
    void isDroppedWhenTheLedgerIsShorter() {
        try (Ledger other = SqliteLedger.open(folder.resolve("other.db"))) {
            other.append(1, "First", "{}");
        }

        assertThat(load("other.db", "state-1")).isEmpty();
    }

    @Test
    void isDroppedWhereverAByteIsDamaged() throws Exception {
        byte[] bytes = Files.readAllBytes(file);

        for (int i = 0; i < bytes.length; i++) {
            byte[] damaged = bytes.clone();
            damaged[i] ^= 1;
            Files.write(file, damaged);

            assertThat(load("ledger.db", "state-1")).as("byte %d", i).isEmpty();
        }
    }

    @Test
    void mayBeMissingOrEmpty() throws Exception {
        Files.writeString(file, "");
        assertThat(load("ledger.db", "state-1")).isEmpty();

        Files.delete(file);
        assertThat(load("ledger.db", "state-1")).isEmpty();
    }

    private Optional<Snapshot> load(String ledger, String form) {
        try (LedgerReader reader = LedgerReader.open(folder.resolve(ledger))) {
            return new Snapshots(file, form).load(reader);
        }
    }
}
