package aiquant.desktop.status;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;

/// The status bar along the bottom edge.
public final class StatusPanel extends HBox {

    private final Circle dot = new Circle(4);
    private final Label feed = new Label();
    private final Label age = new Label();
    private final Label speed = new Label();
    private final Label rounds = new Label();
    private final ProgressBar progress = new ProgressBar(0);
    private final Label ledger = new Label();
    private final Label memory = new Label();

    public StatusPanel(StatusPresenter presenter, ObservableValue<Boolean> scrollingPaused, Node... extras) {
        setId("status");
        getStyleClass().add("status");
        setAlignment(Pos.CENTER_LEFT);
        dot.getStyleClass().add("dot");
        feed.setId("feed-state");
        age.getStyleClass().add("faint");
        progress.setPrefWidth(120);
        progress.setAccessibleText("Progress of the replay");
        Label paused = new Label("Tables paused (Space)");
        paused.getStyleClass().add("badge");
        paused.visibleProperty().bind(scrollingPaused);
        paused.managedProperty().bind(scrollingPaused);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        age.setMinWidth(130);
        speed.setMinWidth(110);
        getChildren().addAll(dot, feed, age, speed, rounds, progress, paused, space, ledger, memory);
        getChildren().addAll(extras);
        presenter.state().subscribe(state -> state.ifPresent(this::show));
    }

    private void show(StatusState state) {
        feed.setText(state.feed());
        state.feedTone().applyTo(dot);
        state.feedTone().applyTo(age);
        age.setText(state.age());
        speed.setText(state.speed());
        rounds.setText(state.rounds());
        boolean ends = !Double.isNaN(state.progress());
        progress.setVisible(ends);
        progress.setManaged(ends);
        if (ends) {
            progress.setProgress(state.progress());
        }
        ledger.setText(state.ledger());
        memory.setText(state.memory());
    }
}
