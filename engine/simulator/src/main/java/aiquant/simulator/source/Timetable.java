package aiquant.simulator.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Steps at fixed times: listings, delistings, shocks, whatever a script wants; also the queue inside other sources.
public final class Timetable implements MarketSource {

    private final TreeMap<Long, List<MarketStep>> steps = new TreeMap<>();

    /// Behind what that moment already holds.
    public Timetable add(long timeMs, MarketStep step) {
        steps.computeIfAbsent(timeMs, _ -> new ArrayList<>()).add(step);
        return this;
    }

    @Override
    public long nextMs() {
        return steps.isEmpty() ? NEVER : steps.firstKey();
    }

    @Override
    public List<MarketStep> next() {
        Map.Entry<Long, List<MarketStep>> first = steps.pollFirstEntry();
        if (first == null) {
            throw new IllegalStateException("the timetable is at its end");
        }
        return List.copyOf(first.getValue());
    }
}
