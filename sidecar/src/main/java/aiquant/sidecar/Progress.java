package aiquant.sidecar;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Which parts of the sidecar are alive: each says so whenever it has gone round its loop.
///
/// A watchdog may be told that all is well only while nobody is overdue. Thread-safe.
public final class Progress {

    private final InstantSource clock;
    private final Map<String, Part> parts = new ConcurrentHashMap<>();

    private record Part(long limitMs, long lastMs) {}

    public Progress(InstantSource clock) {
        this.clock = clock;
    }

    /// @param limitMs how long the part may go without a sign of life
    void expect(String part, long limitMs) {
        parts.put(part, new Part(limitMs, clock.millis()));
    }

    void beat(String part) {
        parts.computeIfPresent(part, (_, known) -> new Part(known.limitMs, clock.millis()));
    }

    void done(String part) {
        parts.remove(part);
    }

    /// The parts that have not been heard from in time, in the order of their names.
    public List<String> overdue() {
        long nowMs = clock.millis();
        return parts.entrySet().stream()
                .filter(part -> nowMs - part.getValue().lastMs > part.getValue().limitMs)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /// Whether a watchdog may be told that the sidecar works.
    public boolean isAlive() {
        return overdue().isEmpty();
    }
}
