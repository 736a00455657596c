package aiquant.sidecar.store;

/// Counts the files and rows of one step of an import and passes the counts on. One thread.
final class ImportCount {

    private final ImportProgress.Step step;
    private final int filesTotal;
    private final ImportProgress progress;
    private int filesDone;
    private long rows;

    ImportCount(ImportProgress.Step step, int filesTotal, ImportProgress progress) {
        this.step = step;
        this.filesTotal = filesTotal;
        this.progress = progress;
    }

    void done(long rowsOfFile) {
        filesDone++;
        rows += rowsOfFile;
        progress.report(step, filesDone, filesTotal, rows);
    }
}
