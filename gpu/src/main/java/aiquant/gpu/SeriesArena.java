package aiquant.gpu;

import aiquant.kernel.backtest.SeriesKey;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which series lie in which slot of one array on a card. Those unused for longest go first.
final class SeriesArena {
    private final Map<SeriesKey, Integer> held = new LinkedHashMap<>(64, 0.75f, true);
    private final Deque<Integer> free = new ArrayDeque<>();

    SeriesArena(int slots) {
        for (int slot = 0; slot < slots; slot++) {
            free.add(slot);
        }
    }

    /// Those of the keys whose values do not lie there; notes that the others are used.
    Set<SeriesKey> missing(Set<SeriesKey> needed) {
        Set<SeriesKey> missing = new LinkedHashSet<>();
        for (SeriesKey key : needed) {
            if (held.get(key) == null) {
                missing.add(key);
            }
        }
        return missing;
    }

    /// Gives a missing key a slot, to which its values are to be written.
    ///
    /// @param needed stay where they are; not more than there are slots
    int put(SeriesKey key, Set<SeriesKey> needed) {
        int slot = Optional.ofNullable(free.poll()).orElseGet(() -> evict(needed));
        held.put(key, slot);
        return slot;
    }

    private int evict(Set<SeriesKey> needed) {
        Iterator<Map.Entry<SeriesKey, Integer>> oldest = held.entrySet().iterator();
        while (oldest.hasNext()) {
            Map.Entry<SeriesKey, Integer> entry = oldest.next();
            if (!needed.contains(entry.getKey())) {
                oldest.remove();
                return entry.getValue();
            }
        }
        throw new IllegalArgumentException("more series are needed than there are slots");
    }

    /// Where a series lies, or −1.
    int slot(SeriesKey key) {
        return Optional.ofNullable(held.get(key)).orElse(-1);
    }
}
