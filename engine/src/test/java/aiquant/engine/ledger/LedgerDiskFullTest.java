package aiquant.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A disk that really fills up: a small file system of the test's own where the system allows one, else a limit on the
/// size of files.
class LedgerDiskFullTest {

    private static final String OWN_DISK = "mount -t tmpfs -o size=2m tmpfs \"$0\" && ";
    private static final String PROBE = OWN_DISK + "true";

    @TempDir
    Path folder;

    @Test
    void failsClearlyAndReopensWithEverythingCommittedOnceThereIsSpace() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        boolean ownDisk = exitsWell("unshare", "-rm", "sh", "-c", PROBE, disk.toString());
        assumeTrue(ownDisk || exitsWell("sh", "-c", "ulimit -f 8192"), "neither unshare and mount nor ulimit work");

        Map<String, String> seen = ownDisk ? onDiskOfItsOwn(disk) : underFileLimit(disk);

        long committed = Long.parseLong(value(seen, "committed"));
        assertThat(committed).isPositive();
        assertThat(value(seen, "failed")).contains("ledger.db could not");
        if (ownDisk) {
            assertThat(value(seen, "failed")).startsWith("true").contains("the disk is full");
        }
        assertThat(value(seen, "append")).isEqualTo("fenced");
        assertThat(value(seen, "commit")).isEqualTo("fenced");
        String[] reopened = value(seen, "reopened").split(" ");
        assertThat(Long.parseLong(reopened[0])).isGreaterThanOrEqualTo(committed);
        assertThat(reopened[1]).isEqualTo("Intact");
        assertThat(Long.parseLong(value(seen, "continued"))).isEqualTo(Long.parseLong(reopened[0]) + 1);
    }

    private Map<String, String> onDiskOfItsOwn(Path disk) throws IOException, InterruptedException {
        String script = OWN_DISK
                + "head -c 300000 /dev/zero > \"$0/ballast\" && %s ; rm \"$0/ballast\"; %s"
                        .formatted(program("fill", disk), program("reopen", disk));
        return output(List.of("unshare", "-rm", "sh", "-c", script, disk.toString()));
    }

    private Map<String, String> underFileLimit(Path disk) throws IOException, InterruptedException {
        String script = "(ulimit -f 8192; %s); %s".formatted(program("fill", disk), program("reopen", disk));
        return output(List.of("sh", "-c", script));
    }

    private static String program(String what, Path disk) {
        return ChildJvm.command(DiskFullProgram.class, what, disk.toString()).stream()
                .map(word -> "'" + word + "'")
                .collect(Collectors.joining(" "));
    }

    private Map<String, String> output(List<String> command) throws IOException, InterruptedException {
        Process child = ChildJvm.start(folder, command);
        Map<String, String> seen = child.inputReader()
                .lines()
                .collect(Collectors.toMap(line -> line.split(" ")[0], line -> line.substring(line.indexOf(' ') + 1)));
        child.waitFor();
        return seen;
    }

    private String value(Map<String, String> seen, String key) throws IOException {
        assertThat(seen).as(Files.readString(folder.resolve("child.err"))).containsKey(key);
        return seen.getOrDefault(key, "");
    }

    private boolean exitsWell(String... command) throws InterruptedException {
        try {
            return ChildJvm.start(folder, List.of(command)).waitFor() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }
}
