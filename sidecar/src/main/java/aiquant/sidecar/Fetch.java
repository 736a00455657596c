package aiquant.sidecar;

/// A stretch of history to ask the exchange for, by open times, both included.
record Fetch(SeriesKey key, long fromMs, long toMs) {

    /// So many bars before the stretch are asked for as well: an answer that leaves out what we know is not believed.
    private static final int OVERLAP = 5;

    long askFromMs() {
        return Math.max(0, fromMs - OVERLAP * key.interval().lengthMs());
    }
}
