package aiquant.exchange.signing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import aiquant.exchange.action.Effect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class NoncePropertyTest {

    private static final long START = 1_700_000_000_000L;

    @Property(tries = 100)
    void countsUpUnderAnyClockAndNeverBeyondWhatIsSaved(
            @ForAll @Size(min = 1, max = 200) List<@IntRange(min = -250_000, max = 250_000) Integer> times)
            throws IOException {
        Saved saved = new Saved();
        try (Folder folder = new Folder()) {
            SetClock clock = new SetClock(START);
            long last = 0;
            Nonces nonces = Nonces.open(folder.file(), NonceProcess.SIGNER, 0, clock, saved);
            for (int time : times) {
                clock.set(START + time);

                long nonce = nonces.next(Effect.INCREASES);

                assertThat(nonce).isGreaterThan(last).isGreaterThanOrEqualTo(START + time);
                assertThat(nonce).isLessThanOrEqualTo(saved.highest);
                last = nonce;
            }
            nonces.close();
            assertThat(saved.highest).isEqualTo(last);
        }
    }

    @Property(tries = 20)
    void givesEachOfManyThreadsItsOwnWhileTheClockJumps(
            @ForAll @Size(min = 2, max = 8) List<@IntRange(min = -5_000, max = 5_000) Integer> jumps)
            throws IOException, InterruptedException {
        Set<Long> seen = ConcurrentHashMap.newKeySet();
        AtomicInteger repeated = new AtomicInteger();
        try (Folder folder = new Folder()) {
            SetClock clock = new SetClock(START);
            Nonces nonces = Nonces.open(folder.file(), NonceProcess.SIGNER, 0, clock, new Saved());
            List<Thread> threads = new ArrayList<>();
            for (int jump : jumps) {
                threads.add(Thread.ofPlatform().start(() -> {
                    for (int i = 0; i < 200; i++) {
                        clock.set(START + (i % 2 == 0 ? jump : 0));
                        if (!seen.add(nonces.next(Effect.INCREASES))) {
                            repeated.incrementAndGet();
                        }
                    }
                }));
            }
            for (Thread thread : threads) {
                thread.join();
            }
            nonces.close();
        }

        assertThat(repeated).hasValue(0);
        assertThat(seen).hasSize(200 * jumps.size());
    }

    /// Keeps only what the file would say.
    private static final class Saved implements DurableFile {
        private long highest;

        @Override
        public void replace(Path file, byte[] content) {
            highest = Long.parseLong(new String(content, US_ASCII).split(" ")[3]);
        }
    }

    /// A folder for one try of a property, removed afterwards.
    private static final class Folder implements AutoCloseable {
        private final Path path;

        Folder() throws IOException {
            path = Files.createTempDirectory("nonces");
        }

        Path file() {
            return path.resolve("nonces");
        }

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(path.resolve("nonces.lock"));
            Files.delete(path);
        }
    }
}
