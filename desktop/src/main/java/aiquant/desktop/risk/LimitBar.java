package aiquant.desktop.risk;

import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One limit: name and numbers, a bar, and what happens when it is full.
final class LimitBar extends VBox {

    private static final double HEIGHT = 5;

    private final Label name = new Label();
    private final Label used = new Label();
    private final Label consequence = new Label();
    private final Track track = new Track();

    LimitBar() {
        getStyleClass().add("limit");
        consequence.getStyleClass().add("faint");
        used.getStyleClass().add("limit-used");
        BorderPane heads = new BorderPane();
        heads.setLeft(name);
        heads.setRight(used);
        getChildren().addAll(heads, track, consequence);
    }

    void show(RiskState.Limit limit) {
        name.setText(limit.name());
        used.setText(limit.used());
        consequence.setText("At the limit: " + limit.consequence());
        limit.tone().applyTo(used);
        track.show(limit);
        setAccessibleText(limit.name() + ": " + limit.used() + ". " + consequence.getText());
    }

    /// A bar that fills from the left.
    private static final class Track extends Region {

        private final Region fill = new Region();
        private double part;

        Track() {
            getStyleClass().add("limit-track");
            fill.getStyleClass().add("limit-fill");
            fill.setManaged(false);
            getChildren().add(fill);
            setMinHeight(HEIGHT);
            setPrefHeight(HEIGHT);
            setMaxHeight(HEIGHT);
        }

        void show(RiskState.Limit limit) {
            part = Math.min(1, limit.part());
            limit.tone().applyTo(fill);
            requestLayout();
        }

        @Override
        protected void layoutChildren() {
            fill.resizeRelocate(0, 0, getWidth() * part, getHeight());
        }
    }
}
