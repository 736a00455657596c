package aiquant.simulator.source;

import java.util.ArrayList;
import java.util.List;

/// Several sources as one; at equal times the first comes first.
public final class MergedSource implements MarketSource {

    private final List<MarketSource> sources;

    public MergedSource(List<MarketSource> sources) {
        this.sources = List.copyOf(sources);
    }

    @Override
    public long nextMs() {
        return sources.stream().mapToLong(MarketSource::nextMs).min().orElse(NEVER);
    }

    @Override
    public List<MarketStep> next() {
        long timeMs = nextMs();
        List<MarketStep> steps = new ArrayList<>();
        for (MarketSource source : sources) {
            if (source.nextMs() == timeMs) {
                steps.addAll(source.next());
            }
        }
        return steps;
    }
}
