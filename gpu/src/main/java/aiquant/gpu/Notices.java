package aiquant.gpu;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What a person should know about a run, each once. Safe for many threads.
final class Notices {
    private final Set<String> lines = new LinkedHashSet<>();

    synchronized void add(String line) {
        lines.add(line);
    }

    synchronized List<String> all() {
        return List.copyOf(lines);
    }
}
