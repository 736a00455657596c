package aiquant.desktop.ledger;

import aiquant.desktop.table.FigureTable;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Raw ledger entries, newest first, with search and copy.
public final class LedgerPanel extends BorderPane {

    public LedgerPanel(LedgerPresenter presenter) {
        FigureTable<EntryLine> table = new FigureTable<>("ledger", presenter.rows(), "No entry matches")
                .number("Entry", 76, line -> Long.toString(line.sequence()), EntryLine::sequence)
                .number("Time UTC", 118, EntryLine::time, EntryLine::sequence)
                .text("Kind", 150, EntryLine::kind)
                .text("Body", 525, EntryLine::body)
                .text("Hash", 130, EntryLine::hash);
        table.setAccessibleText("Ledger entries, newest first");
        TextField search = new TextField();
        search.setId("ledger-search");
        search.setPromptText("Search the entries read");
        search.setAccessibleText("Search ledger entries");
        search.setPrefWidth(260);
        search.textProperty().subscribe(presenter::search);
        Label summary = new Label();
        summary.getStyleClass().add("faint");
        summary.textProperty().bind(presenter.summary());
        Button older = new Button("Read older");
        older.setAccessibleText("Read older entries");
        older.getStyleClass().add("small");
        older.setOnAction(_ -> presenter.older());
        Button copy = new Button("Copy as text");
        copy.setAccessibleText("Copy the shown entries as text");
        copy.getStyleClass().add("small");
        copy.setOnAction(_ -> copy(presenter.asText()));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox bar = new HBox(8, search, summary, space, older, copy);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("table-bar");
        setTop(bar);
        setCenter(table);
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
