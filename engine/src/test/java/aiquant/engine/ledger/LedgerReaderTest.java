package aiquant.engine.ledger;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerReaderTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("ledger.db");
    }

    @Test
    void pagesBackwardsFromTheNewestEntry() {
        write(10);

        try (LedgerReader reader = LedgerReader.open(file)) {
            assertThat(reader.page(Long.MAX_VALUE, 3))
                    .extracting(LedgerEntry::sequence)
                    .containsExactly(10L, 9L, 8L);
            assertThat(reader.page(8, 3)).extracting(LedgerEntry::sequence).containsExactly(7L, 6L, 5L);
            assertThat(reader.page(2, 3)).extracting(LedgerEntry::sequence).containsExactly(1L);
            assertThat(reader.page(1, 3)).isEmpty();
        }
    }

    @Test
    void streamsFromAnySequence() {
        write(10_000);
        List<Long> seen = new ArrayList<>();

        try (LedgerReader reader = LedgerReader.open(file)) {
            assertThat(reader.entries(4_001, entry -> seen.add(entry.sequence())))
                    .isEqualTo(6_000);
            assertThat(reader.entries(10_001, entry -> seen.add(entry.sequence())))
                    .isZero();
        }

        assertThat(seen).hasSize(6_000).startsWith(4_001L).endsWith(10_000L);
    }

    @Test
    void followsALedgerWhileItIsWritten() throws Exception {
        write(1);
        FutureTask<Long> writing = new FutureTask<>(() -> {
            try (Ledger ledger = SqliteLedger.open(file)) {
                for (int i = 0; i < 3_000; i++) {
                    ledger.append(i, "Test", "{}");
                    if (i % 10 == 0) {
                        ledger.commit();
                    }
                }
                ledger.commit();
                return ledger.lastSequence();
            }
        });
        Thread writer = Thread.ofPlatform().start(writing);
        List<Long> seen = new ArrayList<>();

        try (LedgerReader reader = LedgerReader.open(file)) {
            while (!writing.isDone()) {
                reader.entries(seen.size() + 1L, entry -> seen.add(entry.sequence()));
                assertThat(reader.verify()).isInstanceOf(Verification.Intact.class);
            }
            writer.join();
            reader.entries(seen.size() + 1L, entry -> seen.add(entry.sequence()));
        }

        assertThat(writing.get()).isEqualTo(3_001);
        assertThat(seen).hasSize(3_001);
        assertThat(seen.getLast()).isEqualTo(3_001);
    }

    @Test
    void namesTheEntryAFlippedByteIsIn() throws Exception {
        write(50);
        byte[] bytes = Files.readAllBytes(file);
        flipEvery("marker-7-", bytes);
        Files.write(file, bytes);

        try (LedgerReader reader = LedgerReader.open(file)) {
            assertThat(reader.verify())
                    .isEqualTo(new Verification.Broken(7, "the content of entry 7 does not match its hash"));
        }
        assertThatThrownBy(() -> SqliteLedger.open(file))
                .isInstanceOf(LedgerDamaged.class)
                .hasMessageContaining("entry 7");
    }

    @Test
    void survivesEverySingleDamagedPage() throws Exception {
        write(200);
        byte[] bytes = Files.readAllBytes(file);

        // The first page holds the schema; without it there is no ledger to read.
        for (int page = 1; page < bytes.length / 4096; page++) {
            byte[] damaged = bytes.clone();
            for (int i = 0; i < 4096; i++) {
                damaged[page * 4096 + i] ^= (byte) (i * 7 + 1);
            }
            Files.write(file, damaged);

            try (LedgerReader reader = LedgerReader.open(file)) {
                assertThat(reader.verify()).as("page %d", page).isInstanceOf(Verification.Broken.class);
            }
            assertThatThrownBy(() -> SqliteLedger.open(file)).isInstanceOf(LedgerDamaged.class);
        }
    }

    @Test
    void saysThatThereIsNoLedger() {
        assertThatThrownBy(() -> LedgerReader.open(file))
                .isInstanceOf(LedgerFailed.class)
                .hasMessageContaining("There is no ledger at");
        assertThat(file).doesNotExist();
    }

    @Test
    void prefersTheOlderHeadToATornOneAndRefusesTwoTornOnes() throws Exception {
        write(3);
        Path headFile = folder.resolve("ledger.head");
        byte[] bytes = Files.readAllBytes(headFile);
        long inFirst = Long.parseLong(new String(bytes, 0, 20, US_ASCII));
        long inSecond = Long.parseLong(new String(bytes, 4096, 20, US_ASCII));
        assertThat(List.of(inFirst, inSecond)).containsExactlyInAnyOrder(0L, 3L);

        bytes[(inFirst == 3 ? 0 : 4096) + 30] ^= 1;
        Files.write(headFile, bytes);
        assertThat(HeadFile.read(headFile)).contains(LedgerHead.EMPTY);

        bytes[(inFirst == 3 ? 4096 : 0) + 30] ^= 1;
        Files.write(headFile, bytes);
        assertThatThrownBy(() -> SqliteLedger.open(file))
                .isInstanceOf(LedgerDamaged.class)
                .hasMessageContaining("head file");
    }

    private void write(int count) {
        try (Ledger ledger = SqliteLedger.open(file)) {
            for (int i = 1; i <= count; i++) {
                ledger.append(i, "Test", "{\"text\":\"marker-" + i + "-" + "x".repeat(150) + "\"}");
            }
        }
    }

    /// SQLite leaves stale copies in free space when it splits a page, hence every one.
    private static void flipEvery(String marker, byte[] bytes) {
        String text = new String(bytes, ISO_8859_1);
        for (int at = text.indexOf(marker); at >= 0; at = text.indexOf(marker, at + 1)) {
            bytes[at] ^= 1;
        }
    }
}
