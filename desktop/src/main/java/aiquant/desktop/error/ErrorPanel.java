package aiquant.desktop.error;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The one place where failures are shown: a band below the mode strip that leaves everything else usable.
///
/// Repeats of the same failure are counted, not stacked. JavaFX thread only.
public final class ErrorPanel extends HBox {

    private final Label sentence = new Label();
    private final Label code = new Label();
    private Optional<ErrorReport> shown = Optional.empty();
    private int count;

    public ErrorPanel() {
        setId("error");
        getStyleClass().add("error-band");
        setAlignment(Pos.CENTER_LEFT);
        sentence.setId("error-sentence");
        sentence.setWrapText(true);
        sentence.setMinWidth(0);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        sentence.setMaxWidth(Double.MAX_VALUE);
        code.setId("error-code");
        code.getStyleClass().add("error-code");
        code.setMinWidth(USE_PREF_SIZE);
        Button copy = new Button("Copy details");
        copy.setId("error-copy");
        copy.getStyleClass().add("small");
        copy.setMinWidth(USE_PREF_SIZE);
        copy.setOnAction(_ -> shown.ifPresent(ErrorPanel::copy));
        Button dismiss = new Button("Dismiss");
        dismiss.setId("error-dismiss");
        dismiss.getStyleClass().add("small");
        dismiss.setMinWidth(USE_PREF_SIZE);
        dismiss.setOnAction(_ -> hide());
        Label mark = new Label("⚠");
        mark.getStyleClass().add("error-mark");
        getChildren().addAll(mark, sentence, code, copy, dismiss);
        hide();
    }

    public void show(ErrorReport report) {
        boolean again = shown.isPresent() && shown.get().code().equals(report.code());
        count = again ? count + 1 : 1;
        shown = Optional.of(report);
        sentence.setText(report.sentence());
        code.setText(report.code() + (count > 1 ? " ×" + count : ""));
        setVisible(true);
        setManaged(true);
    }

    private void hide() {
        shown = Optional.empty();
        setVisible(false);
        setManaged(false);
    }

    private static void copy(ErrorReport report) {
        ClipboardContent content = new ClipboardContent();
        content.putString(report.code() + "\n" + report.sentence() + "\n" + report.details());
        Clipboard.getSystemClipboard().setContent(content);
    }
}
