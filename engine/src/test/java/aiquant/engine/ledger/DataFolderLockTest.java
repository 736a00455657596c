package aiquant.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderLockTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("data").resolve(DataFolderLock.PAPER_NAME);
    }

    @Test
    void refusesSecondProcessNamingTheFirstAndIsFreeOnceThatIsKilled() throws Exception {
        Process first = ChildJvm.start(folder, LockHolder.class, file.toString());
        assertThat(first.inputReader().readLine()).isEqualTo("held");

        assertThatThrownBy(() -> DataFolderLock.take(file))
                .isInstanceOf(DataFolderRefused.class)
                .hasMessageMatching(".*data is in use by pid " + first.pid() + " \\(since 20[-0-9T:.]+Z\\)");

        first.destroyForcibly().waitFor();
        DataFolderLock lock = DataFolderLock.take(file);
        assertThat(Files.readString(file))
                .startsWith("pid " + ProcessHandle.current().pid() + " ");
        lock.close();
    }

    @Test
    void refusesSecondTakeInTheSameProcessWithoutLosingTheFirst() throws Exception {
        try (DataFolderLock _ = DataFolderLock.take(file)) {
            assertThatThrownBy(() -> DataFolderLock.take(file))
                    .isInstanceOf(DataFolderRefused.class)
                    .hasMessageContaining("in use by this process already, pid "
                            + ProcessHandle.current().pid());
            assertThatThrownBy(() -> DataFolderLock.take(folder.resolve("data/../data/" + DataFolderLock.PAPER_NAME)))
                    .isInstanceOf(DataFolderRefused.class);

            // On POSIX a careless second look at the file would have freed the lock.
            Process second = ChildJvm.start(folder, LockHolder.class, file.toString());
            assertThat(second.inputReader().readLine())
                    .contains("in use by pid " + ProcessHandle.current().pid());
            second.destroyForcibly().waitFor();
        }
    }

    @Test
    void mayBeTakenAgainAfterRelease() {
        DataFolderLock.take(file).close();

        DataFolderLock again = DataFolderLock.take(file);

        again.close();
        again.close();
    }

    @Test
    void takesOverTheFileOfADeadProcess() throws Exception {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(file, "pid 1 (since 1999-01-01T00:00:00Z) and more text than the new holder will write");

        DataFolderLock lock = DataFolderLock.take(file);

        assertThat(Files.size(file)).isLessThan(60);
        lock.close();
    }

    @Test
    void saysInOneSentenceThatTheFolderCannotBeWritten() throws Exception {
        Path noFolder = Files.writeString(folder.resolve("a-file"), "");

        assertThatThrownBy(() -> DataFolderLock.take(noFolder.resolve("below").resolve("x.lock")))
                .isInstanceOf(DataFolderRefused.class)
                .hasMessageStartingWith("The data folder " + noFolder)
                .hasMessageContaining("cannot be written");
    }
}
