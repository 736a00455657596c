package aiquant.desktop.table;

import java.util.Comparator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.collections.transformation.SortedList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// A dense table: rows of fixed height, numbers to the right, columns declared in one line each.
public final class FigureTable<V> extends TableView<Row<V>> {

    private static final double ROW_HEIGHT = 26;

    public FigureTable(String id, Rows<V> rows, String whenEmpty) {
        SortedList<Row<V>> sorted = new SortedList<>(rows.list());
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
        setId(id);
        setFixedCellSize(ROW_HEIGHT);
        Label placeholder = new Label(whenEmpty);
        placeholder.getStyleClass().add("empty-text");
        setPlaceholder(placeholder);
        getStyleClass().addAll("figure-table", "dense");
    }

    public FigureTable<V> text(String title, double width, Function<V, String> text) {
        return words(title, width, text, _ -> Tone.PLAIN);
    }

    public FigureTable<V> words(String title, double width, Function<V, String> text, Function<V, Tone> tone) {
        TableColumn<Row<V>, V> column = column(title, width);
        column.setComparator(Comparator.comparing(text));
        column.setCellFactory(_ -> new FigureCell<>(text, tone, "text-cell"));
        return this;
    }

    public FigureTable<V> number(String title, double width, Function<V, String> text, ToDoubleFunction<V> order) {
        return figure(title, width, text, order, _ -> Tone.PLAIN);
    }

    /// A number by which nobody sorts.
    public FigureTable<V> number(String title, double width, Function<V, String> text) {
        figure(title, width, text, _ -> 0, _ -> Tone.PLAIN);
        getColumns().getLast().setSortable(false);
        return this;
    }

    public FigureTable<V> figure(
            String title, double width, Function<V, String> text, ToDoubleFunction<V> order, Function<V, Tone> tone) {
        TableColumn<Row<V>, V> column = column(title, width);
        column.getStyleClass().add("number-column");
        column.setComparator(Comparator.comparingDouble(order));
        column.setCellFactory(_ -> new FigureCell<>(text, tone, "number-cell"));
        return this;
    }

    /// A column of nodes, each made once per visible cell and told what it shows.
    public <N extends Node> FigureTable<V> nodes(String title, double width, NodeCell.Maker<V, N> maker) {
        TableColumn<Row<V>, V> column = column(title, width);
        column.setSortable(false);
        column.setCellFactory(_ -> new NodeCell<>(maker));
        return this;
    }

    private TableColumn<Row<V>, V> column(String title, double width) {
        TableColumn<Row<V>, V> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> cell.getValue().valueProperty());
        column.setReorderable(false);
        getColumns().add(column);
        return column;
    }
}
