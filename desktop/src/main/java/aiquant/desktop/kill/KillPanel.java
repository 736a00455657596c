package aiquant.desktop.kill;

import aiquant.engine.risk.KillLevel;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The kill switch, one control in three steps, and the way back.
public final class KillPanel extends HBox {

    private static final PseudoClass TRIPPED = PseudoClass.getPseudoClass("tripped");

    private final KillPresenter presenter;
    private final Dialogs dialogs;
    private final Label fact = new Label();
    private final Label scope = new Label();
    private final Button pause = new Button("Pause entries");
    private final HoldButton halt;
    private final Button flatten = new Button("Flatten…");
    private final Button resume = new Button("Resume…");

    public KillPanel(KillPresenter presenter, Dialogs dialogs) {
        this.presenter = presenter;
        this.dialogs = dialogs;
        this.halt = new HoldButton("Halt", presenter::halt);
        setId("kill");
        getStyleClass().add("kill");
        setAlignment(Pos.CENTER_RIGHT);
        setMinWidth(USE_PREF_SIZE);
        describe(pause, "pause", "No more entries; exits go on. One click.", _ -> presenter.pauseEntries());
        describe(halt, "halt", "Hold one second: the strategy sends nothing any more.", _ -> {});
        describe(flatten, "flatten", "Close every position, after a question.", _ -> askFlatten());
        describe(resume, "resume", "Allow trading again, with a reason.", _ -> askResume());
        halt.getStyleClass().add("halt");
        flatten.getStyleClass().addAll("danger", "button-outlined");
        fact.setId("kill-fact");
        fact.getStyleClass().add("kill-fact");
        scope.getStyleClass().add("caption");
        VBox words = new VBox(fact, scope);
        words.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(words, resume, pause, halt, flatten);
        presenter.state().subscribe(state -> state.ifPresent(this::show));
    }

    private static void describe(
            Button button, String id, String text, javafx.event.EventHandler<javafx.event.ActionEvent> action) {
        button.setId(id);
        button.getStyleClass().add("small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleText(button.getText() + ". " + text);
        button.setTooltip(new Tooltip(text));
        button.setOnAction(action);
    }

    private void show(KillState state) {
        boolean tripped = state.level() != KillLevel.ACTIVE;
        fact.setText(tripped ? state.fact() : "Kill switch");
        scope.setText(state.scope());
        pseudoClassStateChanged(TRIPPED, tripped);
        resume.setVisible(tripped);
        resume.setManaged(tripped);
        pause.setDisable(tripped);
        halt.setDisable(state.level().compareTo(KillLevel.HALTED) >= 0);
        flatten.setDisable(!state.level().allowsFlatten());
    }

    private void askFlatten() {
        state().ifPresent(state -> {
            FlattenDialog dialog = new FlattenDialog(state, presenter::flatten, dialogs::close);
            dialogs.show(dialog, dialog.cancel());
        });
    }

    private void askResume() {
        state().ifPresent(state -> {
            ResumeDialog dialog = new ResumeDialog(state, presenter::resume, dialogs::close);
            dialogs.show(dialog, dialog.reason());
        });
    }

    private Optional<KillState> state() {
        return presenter.state().get();
    }
}
