package aiquant.desktop.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

class RowsTest {

    private record Item(String key, int value) {}

    private final Rows<Item> rows = new Rows<>(Item::key);

    @Test
    void updatesKnownRowsInPlace() {
        rows.show(List.of(new Item("a", 1), new Item("b", 1)));
        Row<Item> first = rows.list().getFirst();
        List<Object> changes = changes();

        rows.show(List.of(new Item("a", 2), new Item("b", 1)));

        assertThat(rows.list().getFirst()).isSameAs(first);
        assertThat(first.value().value()).isEqualTo(2);
        assertThat(changes).isEmpty();
    }

    @Test
    void insertsArrivalsTogetherAndKeepsTheRest() {
        rows.show(List.of(new Item("c", 1), new Item("d", 1)));
        Row<Item> known = rows.list().getFirst();
        List<Object> changes = changes();

        rows.show(List.of(new Item("a", 1), new Item("b", 1), new Item("c", 1), new Item("d", 1)));

        assertThat(keys()).containsExactly("a", "b", "c", "d");
        assertThat(rows.list().get(2)).isSameAs(known);
        assertThat(changes).hasSize(1);
    }

    @Test
    void dropsWhatIsGoneAndFollowsANewOrder() {
        rows.show(List.of(new Item("a", 1), new Item("b", 1), new Item("c", 1)));

        rows.show(List.of(new Item("c", 1), new Item("a", 1)));

        assertThat(keys()).containsExactly("c", "a");
    }

    @Test
    void refusesTwoRowsWithOneKey() {
        assertThatThrownBy(() -> rows.show(List.of(new Item("a", 1), new Item("a", 2))))
                .hasMessageContaining("one key");
    }

    private List<Object> changes() {
        List<Object> changes = new ArrayList<>();
        rows.list().addListener((ListChangeListener<Object>) changes::add);
        return changes;
    }

    private List<String> keys() {
        return rows.list().stream().map(row -> row.value().key()).toList();
    }
}
