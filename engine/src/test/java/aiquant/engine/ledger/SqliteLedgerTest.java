package aiquant.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteLedgerTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("ledger.db");
    }

    @Test
    void numbersEntriesFromOneAndContinuesAfterReopening() {
        try (Ledger ledger = SqliteLedger.open(file)) {
            assertThat(ledger.lastSequence()).isZero();
            assertThat(ledger.append(1_000, "RunStarted", "{}")).isEqualTo(1);
            assertThat(ledger.append(2_000, "CommandReceived", 3, "{\"by\":\"öperator 🙂\"}"))
                    .isEqualTo(2);
            ledger.commit();
        }

        try (Ledger ledger = SqliteLedger.open(file)) {
            assertThat(ledger.lastSequence()).isEqualTo(2);
            assertThat(ledger.lastCommitMs()).isEqualTo(2_000);
            assertThat(ledger.append(3_000, "RunEnded", "{}")).isEqualTo(3);
            ledger.commit();
        }

        List<LedgerEntry> entries = entries();
        assertThat(entries).extracting(LedgerEntry::sequence).containsExactly(1L, 2L, 3L);
        assertThat(entries).extracting(LedgerEntry::version).containsExactly(1, 3, 1);
        assertThat(entries.get(1).body()).isEqualTo("{\"by\":\"öperator 🙂\"}");
        assertThat(entries.get(1).previousHash()).isEqualTo(entries.get(0).hash());
    }

    @Test
    void hashesTheDocumentedBytes() {
        LedgerEntry entry = LedgerEntry.following(LedgerHead.EMPTY, 1_700_000_000_000L, "RunStarted", 1, "{\"a\":1}");

        // printf '%064d\n1\n1700000000000\nRunStarted\n1\n{"a":1}' 0 | sha256sum
        assertThat(entry.hash()).isEqualTo("4265e72851a33f651b31739f86f5ad5a6380053633f45084e0f1af01abd18ee7");
    }

    @Test
    void showsEntriesToReadersOnlyOnceCommitted() {
        try (Ledger ledger = SqliteLedger.open(file);
                LedgerReader reader = LedgerReader.open(file)) {
            ledger.append(1_000, "RunStarted", "{}");
            assertThat(ledger.dirty()).isTrue();
            assertThat(ledger.lastCommitMs()).isZero();
            assertThat(reader.head()).isEqualTo(LedgerHead.EMPTY);

            ledger.commit();

            assertThat(ledger.dirty()).isFalse();
            assertThat(ledger.lastCommitMs()).isEqualTo(1_000);
            assertThat(reader.head()).isEqualTo(ledger.head());
        }
    }

    @Test
    void refusesWhatIsNoEntryAndGoesOn() {
        try (Ledger ledger = SqliteLedger.open(file)) {
            ledger.append(1_000, "RunStarted", "{}");

            assertThatThrownBy(() -> ledger.append(1_001, "Fill", "no json"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("no json");
            assertThatThrownBy(() -> ledger.append(1_001, "two\nlines", "{}"))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> ledger.append(1_001, "Fill", 0, "{}"))
                    .isInstanceOf(IllegalArgumentException.class);

            assertThat(ledger.append(1_002, "Fill", "{}")).isEqualTo(2);
        }
        assertThat(entries()).hasSize(2);
    }

    @Test
    void databaseRefusesChangesDeletionsAndReplacements() throws SQLException {
        write(3);

        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("UPDATE entry SET body = '{}' WHERE seq = 2"))
                    .hasMessageContaining("append-only: no UPDATE");
            assertThatThrownBy(() -> statement.execute("DELETE FROM entry WHERE seq = 3"))
                    .hasMessageContaining("append-only: no DELETE");
            assertThatThrownBy(
                            () -> statement.execute("INSERT OR REPLACE INTO entry VALUES (3, 0, 'K', 1, '{}', '', '')"))
                    .hasMessageContaining("next sequence");
        }

        assertThat(verify()).isInstanceOf(Verification.Intact.class);
    }

    @Test
    void recordsHeadWithEveryCommitAndRepairsOneThatIsTooOld() throws Exception {
        write(3);
        Path headFile = folder.resolve("ledger.head");
        byte[] older = Files.readAllBytes(headFile);
        write(2);
        Files.write(headFile, older);

        try (Ledger ledger = SqliteLedger.open(file)) {
            assertThat(ledger.lastSequence()).isEqualTo(5);
            assertThat(HeadFile.read(headFile)).contains(ledger.head());
        }
    }

    @Test
    void opensLedgerWhoseHeadFileWasNeverCopied() throws Exception {
        write(3);
        Files.delete(folder.resolve("ledger.head"));

        write(1);

        assertThat(HeadFile.read(folder.resolve("ledger.head")).orElseThrow().sequence())
                .isEqualTo(4);
    }

    @Test
    void refusesLedgerThatIsShorterThanItsHead() throws Exception {
        write(3);
        byte[] three = Files.readAllBytes(file);
        write(2);
        Files.write(file, three);

        assertThatThrownBy(() -> SqliteLedger.open(file))
                .isInstanceOf(LedgerDamaged.class)
                .hasMessageContaining("ends at entry 3, but entry 5 was written");
        assertThat(verify()).isEqualTo(new Verification.Broken(4, "the entries up to 5 are missing"));
    }

    @Test
    void refusesToBeginAnewWhereALedgerShouldBe() throws Exception {
        write(3);
        Files.delete(file);

        assertThatThrownBy(() -> SqliteLedger.open(file)).isInstanceOf(LedgerDamaged.class);
        assertThat(file).doesNotExist();
    }

    @Test
    void refusesLedgerOfAnotherHistory() throws Exception {
        write(3);
        byte[] head = Files.readAllBytes(folder.resolve("ledger.head"));
        file = folder.resolve("other/ledger.db");
        Files.createDirectories(folder.resolve("other"));
        try (Ledger ledger = SqliteLedger.open(file)) {
            for (int i = 0; i < 4; i++) {
                ledger.append(77, "Other", "{}");
            }
        }
        Files.write(folder.resolve("other/ledger.head"), head);

        assertThatThrownBy(() -> SqliteLedger.open(file))
                .isInstanceOf(LedgerDamaged.class)
                .hasMessageContaining("entry 3 differs");
    }

    @Test
    void refusesFileThatIsNoDatabase() throws Exception {
        Files.writeString(
                file, "not a database, but long enough to be taken for the header of one, more or less......");

        assertThatThrownBy(() -> SqliteLedger.open(file)).isInstanceOf(LedgerDamaged.class);
    }

    @Test
    void refusesLedgerOfALaterProgram() throws SQLException {
        write(1);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = 9");
        }

        assertThatThrownBy(() -> SqliteLedger.open(file))
                .isInstanceOf(LedgerFailed.class)
                .hasMessageContaining("has form 9");
        assertThatThrownBy(() -> LedgerReader.open(file)).isInstanceOf(LedgerFailed.class);
    }

    @Test
    void fencesItselfWhenAnotherWriterInterferes() throws SQLException {
        try (Ledger ledger = SqliteLedger.open(file);
                Ledger intruder = SqliteLedger.open(file)) {
            intruder.append(1, "Intruder", "{}");
            intruder.commit();

            assertThatThrownBy(() -> ledger.append(2, "Mine", "{}"))
                    .isInstanceOf(LedgerFailed.class)
                    .hasMessageContaining("next sequence");
            assertThatThrownBy(() -> ledger.append(3, "Mine", "{}"))
                    .isInstanceOf(LedgerFailed.class)
                    .hasMessageContaining("takes nothing more");
            assertThatThrownBy(ledger::commit).isInstanceOf(LedgerFailed.class);
            assertThatThrownBy(ledger::tidy).isInstanceOf(LedgerFailed.class);
        }
        assertThat(entries()).extracting(LedgerEntry::kind).containsExactly("Intruder");
    }

    @Test
    void keepsTemporaryLedgersWithoutHeadFile() {
        try (Ledger ledger = SqliteLedger.temporary(file)) {
            ledger.append(1, "Replayed", "{}");
        }

        assertThat(folder.resolve("ledger.head")).doesNotExist();
        assertThat(entries()).hasSize(1);
        assertThatThrownBy(() -> SqliteLedger.temporary(file)).isInstanceOf(IllegalArgumentException.class);
    }

    private void write(int count) {
        try (Ledger ledger = SqliteLedger.open(file)) {
            for (int i = 0; i < count; i++) {
                ledger.append(1_000 + i, "Test", "{}");
                ledger.commit();
            }
            ledger.tidy();
        }
    }

    private List<LedgerEntry> entries() {
        List<LedgerEntry> entries = new ArrayList<>();
        try (LedgerReader reader = LedgerReader.open(file)) {
            reader.entries(1, entries::add);
        }
        return entries;
    }

    private Verification verify() {
        try (LedgerReader reader = LedgerReader.open(file)) {
            return reader.verify();
        }
    }
}
