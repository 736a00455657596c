package aiquant.desktop.kill;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Names everything that would be closed and wants the word typed. Cancel is the default.
final class FlattenDialog extends VBox {

    private static final double LINE = 24;

    private final Button cancel = new Button("Cancel");

    FlattenDialog(KillState state, Runnable flatten, Runnable close) {
        setId("flatten-dialog");
        getStyleClass().addAll("dialog-box", "dialog-danger");
        Label title = new Label("Flatten " + state.scope());
        title.getStyleClass().add("dialog-title");
        Label what = new Label("Stops entries and closes every position at the market price.");
        what.setWrapText(true);
        TextField word = new TextField();
        word.setId("flatten-word");
        word.setPromptText("Type " + KillPresenter.FLATTEN_WORD);
        word.setAccessibleText("Type " + KillPresenter.FLATTEN_WORD + " to enable the button");
        Button act = new Button(action(state));
        act.setId("flatten-act");
        act.getStyleClass().add("danger");
        act.disableProperty().bind(Bindings.notEqual(KillPresenter.FLATTEN_WORD, word.textProperty()));
        act.setOnAction(_ -> {
            close.run();
            flatten.run();
        });
        cancel.setId("flatten-cancel");
        cancel.setDefaultButton(true);
        cancel.setCancelButton(true);
        cancel.setOnAction(_ -> close.run());
        Label ask = new Label("Type " + KillPresenter.FLATTEN_WORD + " to enable the button");
        ask.getStyleClass().add("caption");
        HBox buttons = new HBox(8, cancel, act);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren()
                .addAll(
                        title,
                        what,
                        heading("Positions", state.positions()),
                        lines(state.positions(), "No open position"),
                        heading("Working orders", state.orders()),
                        lines(state.orders(), "No working order"),
                        ask,
                        word,
                        buttons);
    }

    Button cancel() {
        return cancel;
    }

    private static String action(KillState state) {
        int count = state.positions().size();
        return "Flatten " + (count == 1 ? "1 position" : count + " positions");
    }

    private static Label heading(String text, List<String> lines) {
        Label label = new Label(text + " (" + lines.size() + ")");
        label.getStyleClass().add("caption");
        return label;
    }

    private static ListView<String> lines(List<String> lines, String none) {
        ListView<String> list = new ListView<>();
        list.getItems().setAll(lines.isEmpty() ? List.of(none) : lines);
        list.setFixedCellSize(LINE);
        list.setPrefHeight(LINE * Math.min(8, Math.max(1, lines.size())) + 4);
        list.setFocusTraversable(false);
        list.getStyleClass().addAll("dense", "dialog-list");
        return list;
    }
}
