package aiquant.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StrategyWatcherTest {

    @TempDir
    private Path folder = Path.of("");

    private Path file = folder;
    private long modifiedMs = 1_700_000_000_000L;

    @BeforeEach
    void writeFirstVersion() throws IOException {
        file = folder.resolve("strategy.yaml");
        write("global: {trade: {leverage: 2}}");
    }

    @Test
    void reportsNothingWhileNothingChanges() {
        StrategyWatcher watcher = new StrategyWatcher(file, Selection.GLOBAL);

        assertThat(watcher.poll()).isEmpty();
        assertThat(watcher.poll()).isEmpty();
    }

    @Test
    void reportsAChangeOnceWhenTheFileHoldsStill() throws IOException {
        StrategyWatcher watcher = new StrategyWatcher(file, Selection.GLOBAL);
        write("global: {trade: {leverage: 4}}");

        Optional<StrategyWatcher.Change> first = watcher.poll();
        Optional<StrategyWatcher.Change> second = watcher.poll();

        assertThat(first).isEmpty();
        assertThat(second).containsInstanceOf(StrategyWatcher.Change.Loaded.class);
        assertThat(leverage(second)).isEqualTo(4.0);
        assertThat(watcher.poll()).isEmpty();
    }

    @Test
    void refusesABrokenFileOnceAndLoadsItsRepair() throws IOException {
        StrategyWatcher watcher = new StrategyWatcher(file, Selection.GLOBAL);
        write("global: {trade: {leverag");

        assertThat(watcher.poll()).isEmpty();
        assertThat(watcher.poll()).containsInstanceOf(StrategyWatcher.Change.Refused.class);
        assertThat(watcher.poll()).isEmpty();

        write("global: {trade: {leverage: 5}}");
        assertThat(watcher.poll()).isEmpty();
        assertThat(leverage(watcher.poll())).isEqualTo(5.0);
    }

    @Test
    void leavesAFileAloneWhileItIsBeingWritten() throws IOException {
        StrategyWatcher watcher = new StrategyWatcher(file, Selection.GLOBAL);

        write("");
        assertThat(watcher.poll()).isEmpty();
        write("global:\n");
        assertThat(watcher.poll()).isEmpty();
        write("global:\n  trade: {leverage: 6}\n");
        assertThat(watcher.poll()).isEmpty();

        assertThat(leverage(watcher.poll())).isEqualTo(6.0);
    }

    @Test
    void refusesAFileThatVanishedAndLoadsItWhenItIsBack() throws IOException {
        StrategyWatcher watcher = new StrategyWatcher(file, Selection.GLOBAL);
        Files.delete(file);

        assertThat(watcher.poll()).isEmpty();
        assertThat(watcher.poll())
                .hasValueSatisfying(change -> assertThat(change)
                        .isInstanceOfSatisfying(
                                StrategyWatcher.Change.Refused.class,
                                refused -> assertThat(refused.error()).hasMessageEndingWith("there is no such file")));
        assertThat(watcher.poll()).isEmpty();

        write("global: {trade: {leverage: 7}}");
        assertThat(watcher.poll()).isEmpty();
        assertThat(leverage(watcher.poll())).isEqualTo(7.0);
    }

    /// Each version gets a later time, so that no test depends on how fine the file system's clock is.
    private void write(String text) throws IOException {
        Files.writeString(file, text);
        modifiedMs += 1_000;
        Files.setLastModifiedTime(file, FileTime.fromMillis(modifiedMs));
    }

    private static double leverage(Optional<StrategyWatcher.Change> change) {
        return change.map(found -> switch (found) {
                    case StrategyWatcher.Change.Loaded loaded ->
                        loaded.strategy().params().trade().leverage();
                    case StrategyWatcher.Change.Refused refused -> throw refused.error();
                })
                .orElseThrow();
    }
}
