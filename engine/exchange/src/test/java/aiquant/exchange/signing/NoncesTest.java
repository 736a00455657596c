package aiquant.exchange.signing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aiquant.exchange.action.Address;
import aiquant.exchange.action.Effect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoncesTest {

    private static final Address SIGNER = new Address("0x1719884eb866cb12b2287399b15f7db5e7d775ea");
    private static final long START = 1_700_000_000_000L;

    @TempDir
    Path folder;

    private final SetClock clock = new SetClock(START);
    private Path file = Path.of("");

    @BeforeEach
    void name() {
        file = folder.resolve("state").resolve("nonces");
    }

    @Test
    void followsTheClockAndCountsOnWithinAMillisecond() {
        try (Nonces nonces = open()) {
            assertThat(nonces.next(Effect.INCREASES)).isEqualTo(START);
            assertThat(nonces.next(Effect.INCREASES)).isEqualTo(START + 1);
            assertThat(nonces.next(Effect.INCREASES)).isEqualTo(START + 2);

            clock.set(START + 50);

            assertThat(nonces.next(Effect.INCREASES)).isEqualTo(START + 50);
            assertThat(nonces.last()).isEqualTo(START + 50);
        }
    }

    @Test
    void countsOnWhenTheClockGoesBack() {
        try (Nonces nonces = open()) {
            nonces.next(Effect.INCREASES);

            clock.set(START - 60_000);

            assertThat(nonces.next(Effect.INCREASES)).isEqualTo(START + 1);
        }
    }

    @Test
    void goesOnBehindItselfAfterAnOrderlyEndAndBehindItsBlockAfterACrash() throws IOException {
        try (Nonces nonces = open()) {
            nonces.next(Effect.INCREASES);
        }
        clock.set(START - 1000);
        byte[] orderly = Files.readAllBytes(file);
        try (Nonces nonces = open()) {
            assertThat(nonces.next(Effect.INCREASES)).isEqualTo(START + 1);

            byte[] crashed = Files.readAllBytes(file);
            assertThat(new String(crashed, US_ASCII)).contains(" " + (START + Nonces.BLOCK) + " ");
            assertThat(new String(orderly, US_ASCII)).contains(" " + START + " ");
        }
    }

    @Test
    void startsAboveWhatALedgerKnows() {
        try (Nonces nonces = Nonces.open(file, SIGNER, START + 500, clock)) {
            assertThat(nonces.next(Effect.INCREASES)).isEqualTo(START + 501);
        }
    }

    @Test
    void writesOncePerBlockAndNotPerNonce() {
        AtomicInteger writes = new AtomicInteger();
        DurableFile counting = (target, content) -> {
            writes.incrementAndGet();
            DurableFile.replaceOnDisk(target, content);
        };
        try (Nonces nonces = Nonces.open(file, SIGNER, 0, clock, counting)) {
            for (int i = 0; i < 10 * Nonces.BLOCK; i++) {
                nonces.next(Effect.INCREASES);
            }

            assertThat(writes).hasValue(10);
        }
    }

    @Test
    void refusesToSignFarAheadOfTheVenue() {
        try (Nonces nonces = open()) {
            nonces.next(Effect.INCREASES);

            clock.set(START - 10 * 60 * 1000);
            assertThat(nonces.next(Effect.INCREASES)).isEqualTo(START + 1);

            assertThatThrownBy(() -> nonces.next(Effect.INCREASES))
                    .isInstanceOf(NonceRefused.class)
                    .hasMessageContaining("ahead of venue time, the limit is 600 s")
                    .hasMessageContaining("new agent key");
            clock.set(START);
            assertThat(nonces.next(Effect.INCREASES)).isEqualTo(START + 2);
        }
    }

    @Test
    void givesEveryThreadItsOwn() throws InterruptedException {
        Set<Long> seen = new ConcurrentSkipListSet<>();
        try (Nonces nonces = open()) {
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                threads.add(Thread.ofVirtual().start(() -> {
                    for (int n = 0; n < 500; n++) {
                        seen.add(nonces.next(Effect.INCREASES));
                    }
                }));
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }

        assertThat(seen).hasSize(8 * 500).contains(START, START + 8 * 500 - 1);
    }

    @Test
    void goesOnOnlyWithWhatTakesRiskAwayWhenTheDiskFails() {
        DurableFile full = (_, _) -> {
            throw new IOException("No space left on device");
        };
        Nonces nonces = Nonces.open(file, SIGNER, 0, clock, full);

        assertThatThrownBy(() -> nonces.next(Effect.INCREASES))
                .isInstanceOf(NonceRefused.class)
                .hasMessageContaining("No space left on device");
        assertThatThrownBy(() -> nonces.next(Effect.SETTINGS)).isInstanceOf(NonceRefused.class);
        assertThat(nonces.next(Effect.REDUCES)).isEqualTo(START);
        assertThat(nonces.next(Effect.CANCELS)).isEqualTo(START + 1);
        assertThatThrownBy(nonces::close).hasMessageContaining("could not be saved");
        open().close();
    }

    @Test
    void saysWhatToDoAboutADamagedFile() throws IOException {
        try (Nonces nonces = open()) {
            nonces.next(Effect.INCREASES);
        }
        byte[] whole = Files.readAllBytes(file);

        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));

            assertThatThrownBy(this::open)
                    .isInstanceOf(NonceFileRefused.class)
                    .hasMessageContaining(file.toString())
                    .hasMessageContaining("delete the file")
                    .hasMessageContaining("new agent key");
        }
        for (int at = 0; at < whole.length; at++) {
            byte[] flipped = whole.clone();
            flipped[at] ^= 1;
            Files.write(file, flipped);

            assertThatThrownBy(this::open).isInstanceOf(NonceFileRefused.class);
        }
        Files.write(file, whole);
        open().close();
    }

    @Test
    void refusesTheFileOfAnotherKey() {
        open().close();
        try (Nonces nonces = open()) {
            nonces.next(Effect.INCREASES);
        }
        Address other = new Address("0x00112233445566778899aabbccddeeff00112233");

        assertThatThrownBy(() -> Nonces.open(file, other, 0, clock))
                .isInstanceOf(NonceFileRefused.class)
                .hasMessageContaining("belongs to the key of " + SIGNER);
    }

    @Test
    void refusesASecondProcessAndIsFreeOnceTheFirstIsKilled() throws Exception {
        Process first = NonceProcess.start(folder, file, START);
        assertThat(first.inputReader().readLine()).isNotEmpty();

        assertThatThrownBy(this::open)
                .isInstanceOf(NonceFileRefused.class)
                .hasMessageContaining("in use by pid " + first.pid())
                .hasMessageContaining("its own agent key");

        first.destroyForcibly().waitFor();
        open().close();
    }

    @Test
    void refusesASecondUseInTheSameProcess() {
        try (Nonces _ = open()) {
            assertThatThrownBy(this::open)
                    .isInstanceOf(NonceFileRefused.class)
                    .hasMessageContaining("in use by this process already");
        }
        open().close();
    }

    @Test
    void saysThatTheFolderCannotBeWritten() throws IOException {
        Path noFolder = Files.writeString(folder.resolve("a-file"), "");

        assertThatThrownBy(() -> Nonces.open(noFolder.resolve("nonces"), SIGNER, 0, clock))
                .isInstanceOf(NonceFileRefused.class)
                .hasMessageContaining("make its folder writable");
    }

    private Nonces open() {
        return Nonces.open(file, SIGNER, 0, clock);
    }
}
