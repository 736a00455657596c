package aiquant.desktop.kill;

import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;
import javafx.util.Duration;

/// A button that acts only when held for one second; a ring fills meanwhile. Letting go earlier does nothing.
///
/// Mouse and keyboard (Space or Enter) hold alike.
final class HoldButton extends Button {

    private static final Duration HOLD = Duration.seconds(1);
    private static final double RADIUS = 6;

    private final Arc arc = new Arc(0, 0, RADIUS, RADIUS, 90, 0);
    private final Timeline filling;

    HoldButton(String text, Runnable action) {
        super(text);
        Circle track = new Circle(RADIUS);
        track.getStyleClass().add("hold-track");
        arc.setType(ArcType.OPEN);
        arc.getStyleClass().add("hold-arc");
        arc.setManaged(false);
        StackPane ring = new StackPane(track, arc);
        ring.setMinSize(2 * RADIUS + 4, 2 * RADIUS + 4);
        ring.setMaxSize(2 * RADIUS + 4, 2 * RADIUS + 4);
        arc.relocate(2, 2);
        arc.setCenterX(RADIUS + 2);
        arc.setCenterY(RADIUS + 2);
        arc.setLayoutX(0);
        arc.setLayoutY(0);
        setGraphic(ring);
        filling = new Timeline(new KeyFrame(HOLD, new KeyValue(arc.lengthProperty(), -360)));
        filling.setOnFinished(_ -> {
            release();
            action.run();
        });
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                hold();
            }
        });
        addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> release());
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> release());
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER) {
                hold();
                event.consume();
            }
        });
        addEventFilter(KeyEvent.KEY_RELEASED, event -> {
            if (event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER) {
                release();
                event.consume();
            }
        });
        focusedProperty().subscribe(focused -> {
            if (!focused) {
                release();
            }
        });
    }

    /// Held keys repeat; only the first press starts the clock.
    private void hold() {
        if (filling.getStatus() != Timeline.Status.RUNNING) {
            filling.playFromStart();
        }
    }

    private void release() {
        filling.stop();
        arc.setLength(0);
    }
}
