package aiquant.exchange.signing;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.exchange.action.Effect;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// No nonce is given out twice, wherever between two steps of a write the process dies and whatever the clock does.
class NonceCrashTest {

    private static final long START = 1_700_000_000_000L;

    /// One life of a process.
    ///
    /// @param clockMs   what the clock shows all the while, from the start of the test
    /// @param nonces    how many it takes before it dies, if it lives that long
    /// @param writes    how many writes succeed before the one in which it dies
    /// @param step      how far that write comes: that many bytes of the new file, or beyond, the rename
    record Life(int clockMs, int nonces, int writes, int step) {}

    @Property(tries = 100)
    void givesNoNonceTwiceHoweverItDies(@ForAll("lives") @Size(min = 2, max = 8) List<Life> lives) throws IOException {
        Path folder = Files.createTempDirectory("nonces");
        Path file = folder.resolve("nonces");
        long last = 0;
        try {
            for (Life life : lives) {
                last = live(life, file, last);
            }
        } finally {
            for (String name : List.of("nonces", "nonces.new", "nonces.lock")) {
                Files.deleteIfExists(folder.resolve(name));
            }
            Files.delete(folder);
        }
    }

    @Test
    void givesNoNonceTwiceWhenKilled(@TempDir Path folder) throws Exception {
        killAndRestart(folder, 4);
    }

    @Test
    @Tag("soak")
    void givesNoNonceTwiceWhenKilledManyTimes(@TempDir Path folder) throws Exception {
        killAndRestart(folder, 100);
    }

    /// The highest nonce after this life.
    private static long live(Life life, Path file, long before) {
        DyingDisk disk = new DyingDisk(life.writes(), life.step());
        Nonces nonces = Nonces.open(file, NonceProcess.SIGNER, 0, new SetClock(START + life.clockMs()), disk);
        long last = before;
        try {
            for (int i = 0; i < life.nonces(); i++) {
                long nonce = nonces.next(Effect.INCREASES);
                assertThat(nonce).isGreaterThan(last);
                last = nonce;
            }
            nonces.close();
        } catch (Died _) {
            release(nonces, disk);
        }
        return last;
    }

    /// What the system does for a dead process: frees its lock. The file stays as the disk left it.
    private static void release(Nonces nonces, DyingDisk disk) {
        disk.writesLeft = -1;
        try {
            nonces.close();
        } catch (Died _) {
            // Nothing more is written.
        }
    }

    private static void killAndRestart(Path folder, int kills) throws Exception {
        long last = 0;
        for (int i = 0; i < kills; i++) {
            Process process = NonceProcess.start(folder, folder.resolve("nonces"), START);
            BufferedReader lines = process.inputReader();
            for (int read = 0; read < 300 * (i % 5 + 1); read++) {
                last = larger(last, lines.readLine());
            }
            process.toHandle().destroyForcibly(); // unlike the process itself, this leaves what it wrote readable
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.length() == Long.toString(START).length()) { // the last line may be cut
                    last = larger(last, line);
                }
            }
            process.waitFor();
        }
    }

    private static long larger(long last, String line) {
        long nonce = Long.parseLong(line);
        assertThat(nonce).isGreaterThan(last);
        return nonce;
    }

    @Provide
    Arbitrary<List<Life>> lives() {
        Arbitrary<Life> life = Combinators.combine(
                        Arbitraries.integers().between(-200_000, 200_000),
                        Arbitraries.integers().between(1, 2500),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 90))
                .as(Life::new);
        return life.list();
    }

    /// The process is gone: nothing after this is seen by anybody.
    private static final class Died extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /// Writes in the steps of the real one, without waiting for the disk, and dies in the middle of the last write.
    private static final class DyingDisk implements DurableFile {
        private int writesLeft;
        private final int step;

        DyingDisk(int writesLeft, int step) {
            this.writesLeft = writesLeft;
            this.step = step;
        }

        @Override
        public void replace(Path file, byte[] content) throws IOException {
            if (writesLeft < 0) {
                throw new Died();
            }
            boolean isLast = writesLeft-- == 0;
            int written = isLast ? Math.min(step, content.length) : content.length;
            Path fresh = DurableFile.fresh(file);
            Files.write(fresh, Arrays.copyOf(content, written));
            if (!isLast || step > content.length) {
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
            if (isLast) {
                throw new Died();
            }
        }
    }
}
