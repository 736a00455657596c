package aiquant.engine.research;

/// Keeps a long search's memory near what it needs: collectors rather let the heap grow than clean up early, and a
/// search runs beside trading.
final class HeapKeeper {
    private static final long SLACK = 48L << 20;

    private long live;

    /// To be called now and then; collects when much has been thrown away since the last time.
    void tidy() {
        if (used() > live + live / 4 + SLACK) {
            System.gc();
            live = used();
        }
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
