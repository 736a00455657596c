package aiquant.config;

import java.nio.file.Path;
import java.util.Optional;

/// Notices when a strategy file changes, and reads it once it has stopped changing.
///
/// Has no thread and no clock: [#poll] looks when asked, about once a second. A change is reported by the second poll
/// that sees it, so that a file still being written is left alone, and exactly once, good or bad. Make the watcher
/// before
/// loading the file for the first time, so that no change falls in between. One owner, one thread.
public final class StrategyWatcher {

    /// What became of a change. After a refusal the configuration in use stays in use.
    public sealed interface Change {

        record Loaded(LoadedStrategy strategy) implements Change {}

        record Refused(ConfigError error) implements Change {}
    }

    private final Path file;
    private final Selection selection;
    private FileStamp reported;
    private FileStamp latest;

    public StrategyWatcher(Path file, Selection selection) {
        this.file = file;
        this.selection = selection;
        this.reported = FileStamp.of(file);
        this.latest = reported;
    }

    /// The change that happened since the last report, once the file holds still.
    public Optional<Change> poll() {
        FileStamp now = FileStamp.of(file);
        boolean isStill = now.equals(latest);
        latest = now;
        if (!isStill || now.equals(reported)) {
            return Optional.empty();
        }
        Change change = read();
        if (!FileStamp.of(file).equals(now)) {
            return Optional.empty();
        }
        reported = now;
        return Optional.of(change);
    }

    private Change read() {
        try {
            return new Change.Loaded(StrategyFile.load(file, selection));
        } catch (ConfigError e) {
            return new Change.Refused(e);
        }
    }
}
