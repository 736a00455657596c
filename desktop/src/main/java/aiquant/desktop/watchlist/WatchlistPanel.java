package aiquant.desktop.watchlist;

import aiquant.desktop.bridge.Pulse;
import aiquant.desktop.table.Row;
import aiquant.kernel.market.Symbol;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;

/// The watchlist with its filter field.
public final class WatchlistPanel extends BorderPane {

    private static final double ROW_HEIGHT = 46;

    private final WatchlistPresenter presenter;
    private final ListView<Row<WatchItem>> list;
    private final TextField filter = new TextField();

    public WatchlistPanel(WatchlistPresenter presenter, Pulse pulse) {
        this.presenter = presenter;
        this.list = new ListView<>(presenter.shown());
        getStyleClass().add("panel");
        filter.setId("filter");
        filter.setPromptText("Filter symbols");
        filter.setAccessibleText("Filter symbols");
        filter.textProperty().subscribe(presenter::filter);
        filter.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                filter.clear();
                list.requestFocus();
            } else if (event.getCode() == KeyCode.ENTER && !list.getItems().isEmpty()) {
                presenter.select(list.getItems().getFirst().value().symbol());
                list.requestFocus();
            }
        });
        list.setId("watchlist");
        list.setAccessibleText("Watchlist");
        list.setFixedCellSize(ROW_HEIGHT);
        list.setCellFactory(_ -> new WatchCell(pulse));
        list.getStyleClass().add("watchlist");
        list.setPlaceholder(new Label("No symbol matches"));
        // Not on every change of the selection: it also moves by itself when the filter takes its row away.
        list.setOnMouseReleased(_ -> choose(list.getSelectionModel().getSelectedItem()));
        list.setOnKeyReleased(_ -> choose(list.getSelectionModel().getSelectedItem()));
        presenter.selection().property().subscribe(symbol -> mark(symbol));
        presenter.shown().addListener((ListChangeListener<Row<WatchItem>>) _ -> pulse.execute(this::mark));
        setTop(filter);
        setCenter(list);
    }

    public void focusList() {
        list.requestFocus();
    }

    public void focusFilter() {
        filter.requestFocus();
        filter.selectAll();
    }

    private void choose(@Nullable Row<WatchItem> row) {
        if (row != null) {
            presenter.select(row.value().symbol());
        }
    }

    private void mark() {
        mark(presenter.selection().symbol());
    }

    private void mark(Optional<Symbol> symbol) {
        for (int i = 0; i < list.getItems().size(); i++) {
            if (symbol.isPresent() && list.getItems().get(i).value().symbol().equals(symbol.get())) {
                if (list.getSelectionModel().getSelectedIndex() != i) {
                    list.getSelectionModel().select(i);
                    list.scrollTo(i);
                }
                return;
            }
        }
        list.getSelectionModel().clearSelection();
    }
}
