package aiquant.desktop.table;

import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/// A cell that owns one node for its whole life.
public final class NodeCell<V, N extends Node> extends TableCell<Row<V>, V> {

    private final N node;
    private final BiConsumer<N, V> show;

    NodeCell(Maker<V, N> maker) {
        this.node = maker.make().get();
        this.show = maker.show();
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        getStyleClass().add("node-cell");
    }

    @Override
    protected void updateItem(@Nullable V value, boolean empty) {
        super.updateItem(value, empty);
        if (empty || value == null) {
            setGraphic(null);
            return;
        }
        show.accept(node, value);
        if (getGraphic() != node) {
            setGraphic(node);
        }
    }

    /// How to make the node and how to show a value in it.
    public record Maker<V, N extends Node>(Supplier<N> make, BiConsumer<N, V> show) {}
}
