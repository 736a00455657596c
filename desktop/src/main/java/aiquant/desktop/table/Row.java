package aiquant.desktop.table;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;

/// One row of a table: the same object as long as its key is shown, with a value that changes in place.
public final class Row<V> {

    private final Object key;
    private final ReadOnlyObjectWrapper<V> value;

    Row(Object key, V value) {
        this.key = key;
        this.value = new ReadOnlyObjectWrapper<>(value);
    }

    public V value() {
        return value.get();
    }

    /// Calls `listener` now and after every change until the subscription ends.
    public Subscription subscribe(Consumer<V> listener) {
        return value.subscribe(listener);
    }

    ReadOnlyObjectProperty<V> valueProperty() {
        return value.getReadOnlyProperty();
    }

    Object key() {
        return key;
    }

    /// Equal values change nothing, so unchanged cells are not touched.
    void update(V newest) {
        if (!newest.equals(value.get())) {
            value.set(newest);
        }
    }
}
