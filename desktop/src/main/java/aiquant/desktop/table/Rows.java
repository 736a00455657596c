package aiquant.desktop.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The rows of one table, keyed by identity. JavaFX thread only; needs no toolkit.
///
/// A new state is folded in: known rows change in place, only real arrivals and departures touch the list.
public final class Rows<V> {

    private final Function<V, Object> keyOf;
    private final ObservableList<Row<V>> list = FXCollections.observableArrayList();
    private final ObservableList<Row<V>> readOnly = FXCollections.unmodifiableObservableList(list);
    private final Map<Object, Row<V>> byKey = new HashMap<>();

    public Rows(Function<V, Object> keyOf) {
        this.keyOf = keyOf;
    }

    public ObservableList<Row<V>> list() {
        return readOnly;
    }

    /// Shows exactly `values`, in their order. Keys must be unique.
    public void show(List<V> values) {
        removeAllBut(values);
        int i = 0;
        while (i < values.size()) {
            V value = values.get(i);
            Row<V> known = byKey.get(keyOf.apply(value));
            if (known == null) {
                i += insert(values, i);
                continue;
            }
            known.update(value);
            if (list.get(i) != known) {
                list.remove(known);
                list.add(i, known);
            }
            i++;
        }
    }

    private void removeAllBut(List<V> values) {
        Set<Object> wanted = HashSet.newHashSet(values.size());
        values.forEach(value -> wanted.add(keyOf.apply(value)));
        if (wanted.size() != values.size()) {
            throw new IllegalArgumentException("two rows with one key among " + values.size());
        }
        if (byKey.keySet().retainAll(wanted)) {
            list.removeIf(row -> !wanted.contains(row.key()));
        }
    }

    /// Inserts the unbroken run of unknown values at `start` in one change.
    private int insert(List<V> values, int start) {
        List<Row<V>> arrivals = new ArrayList<>();
        for (int i = start; i < values.size() && !byKey.containsKey(keyOf.apply(values.get(i))); i++) {
            Row<V> row = new Row<>(keyOf.apply(values.get(i)), values.get(i));
            arrivals.add(row);
        }
        arrivals.forEach(row -> byKey.put(row.key(), row));
        list.addAll(start, arrivals);
        return arrivals.size();
    }
}
