package aiquant.sidecar.store;

/// Told after each file of an import, on the thread that imports.
@FunctionalInterface
public interface ImportProgress {

    /// @param rows rows of the files done so far in this step
    void report(Step step, int filesDone, int filesTotal, long rows);

    /// Every file is checked before the first one is written.
    enum Step {
        CHECKING,
        WRITING
    }
}
