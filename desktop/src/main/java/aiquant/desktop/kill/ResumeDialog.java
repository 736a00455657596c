package aiquant.desktop.kill;

import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Shows why the switch tripped and asks for the reason to loosen it.
final class ResumeDialog extends VBox {

    private final TextField reason = new TextField();

    ResumeDialog(KillState state, Consumer<String> resume, Runnable close) {
        setId("resume-dialog");
        getStyleClass().add("dialog-box");
        Label title = new Label("Resume " + state.scope());
        title.getStyleClass().add("dialog-title");
        VBox causes = new VBox(4);
        state.causes().forEach(cause -> {
            Label line = new Label("• " + cause);
            line.setWrapText(true);
            causes.getChildren().add(line);
        });
        Label note = new Label("Lifts what operators set. Other causes stay until they are cleared.");
        note.getStyleClass().add("faint");
        reason.setId("resume-reason");
        reason.setAccessibleText("Reason for resuming");
        Button act = new Button("Resume trading");
        act.setId("resume-act");
        act.getStyleClass().add("accent");
        act.disableProperty()
                .bind(Bindings.createBooleanBinding(() -> reason.getText().isBlank(), reason.textProperty()));
        act.setOnAction(_ -> {
            close.run();
            resume.accept(reason.getText());
        });
        Button cancel = new Button("Cancel");
        cancel.setCancelButton(true);
        cancel.setOnAction(_ -> close.run());
        reason.setOnAction(_ -> act.fire());
        Label ask = new Label("Reason, kept in the ledger");
        ask.getStyleClass().add("caption");
        HBox buttons = new HBox(8, cancel, act);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        Label caption = new Label("Why it stands where it is");
        caption.getStyleClass().add("caption");
        getChildren().addAll(title, caption, causes, note, ask, reason, buttons);
    }

    TextField reason() {
        return reason;
    }
}
