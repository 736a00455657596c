package aiquant.sidecar;

import aiquant.sidecar.store.BboSample;
import aiquant.sidecar.store.BboStore;
import java.time.InstantSource;
import java.util.List;

/// The database of best bids and asks as its writer sees it: old rows go now and then.
final class BboFile implements Writer.File<BboSample> {

    private final BboStore store;
    private final InstantSource clock;
    private final long retentionMs;
    private final long sweepMs;
    private final Counters counters;
    private long nextSweepMs;

    BboFile(BboStore store, InstantSource clock, long retentionMs, long sweepMs, Counters counters) {
        this.store = store;
        this.clock = clock;
        this.retentionMs = retentionMs;
        this.sweepMs = sweepMs;
        this.counters = counters;
    }

    @Override
    public void write(List<BboSample> samples) {
        store.append(samples);
    }

    @Override
    public void written(List<BboSample> samples) {}

    @Override
    public void refused(List<BboSample> samples) {
        counters.droppedSamples.addAndGet(samples.size());
    }

    @Override
    public void idle() {
        long nowMs = clock.millis();
        if (nowMs >= nextSweepMs) {
            nextSweepMs = nowMs + sweepMs;
            store.prune(nowMs - retentionMs);
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
