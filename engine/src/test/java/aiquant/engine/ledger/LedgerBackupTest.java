package aiquant.engine.ledger;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerBackupTest {

    @TempDir
    Path folder;

    @Test
    void copiesCommittedEntriesOfAnOpenLedgerAndTheCopyGoesOnAsALedger() throws Exception {
        Path copy = Files.createDirectory(folder.resolve("backup")).resolve("ledger.db");
        try (Ledger ledger = SqliteLedger.open(folder.resolve("ledger.db"))) {
            ledger.append(1, "First", "{}");
            ledger.append(2, "Second", "{}");
            ledger.commit();
            ledger.append(3, "Uncommitted", "{}");

            LedgerHead head = LedgerBackup.copy(folder.resolve("ledger.db"), copy);

            assertThat(head.sequence()).isEqualTo(2);
        }

        assertThat(folder.resolve("backup").toFile().list()).containsExactlyInAnyOrder("ledger.db", "ledger.head");
        try (Ledger restored = SqliteLedger.open(copy)) {
            assertThat(restored.append(4, "Third", "{}")).isEqualTo(3);
        }
        assertThatThrownBy(() -> LedgerBackup.copy(folder.resolve("ledger.db"), copy))
                .isInstanceOf(LedgerFailed.class)
                .hasMessageContaining("exists already");
    }

    @Test
    void refusesToKeepACopyThatDoesNotVerify() throws Exception {
        Path file = folder.resolve("ledger.db");
        try (Ledger ledger = SqliteLedger.open(file)) {
            ledger.append(1, "First", "{\"text\":\"marker\"}");
        }
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, ISO_8859_1);
        bytes[text.indexOf("marker")] ^= 1;
        Files.write(file, bytes);

        assertThatThrownBy(() -> LedgerBackup.copy(file, folder.resolve("copy.db")))
                .isInstanceOf(LedgerDamaged.class)
                .hasMessageContaining("at entry 1");
        assertThat(folder.resolve("copy.db")).doesNotExist();
        assertThat(folder.resolve("copy.db.part")).doesNotExist();
    }
}
