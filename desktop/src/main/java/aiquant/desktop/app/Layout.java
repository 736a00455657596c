package aiquant.desktop.app;

import aiquant.engine.Mode;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/// Where the panels lie, and the thin edge around the window in the mode's colour.
final class Layout extends BorderPane {

    Layout() {
        getStyleClass().add("layout");
    }

    void top(Node strip, Node errors) {
        setTop(new VBox(strip, errors));
    }

    void centre(Node watchlist, Node chart, Node tables, Node risk) {
        SplitPane middle = new SplitPane(chart, tables);
        middle.setOrientation(Orientation.VERTICAL);
        middle.setDividerPositions(0.66);
        SplitPane all = new SplitPane(watchlist, middle, risk);
        all.setDividerPositions(0.178, 0.828);
        SplitPane.setResizableWithParent(watchlist, false);
        SplitPane.setResizableWithParent(risk, false);
        setCenter(all);
    }

    void bottom(Node status) {
        setBottom(status);
    }

    /// The colour never stands alone: the strip says the word, the title too.
    void mode(Mode mode) {
        String colour = "-aiq-mode: " + colour(mode) + ";";
        if (!colour.equals(getStyle())) {
            setStyle(colour);
        }
    }

    private static String colour(Mode mode) {
        return switch (mode) {
            case PAPER -> "-aiq-paper";
            case DEMO -> "-aiq-demo";
            case REPLAY -> "-aiq-replay";
            case DRY_LIVE -> "-aiq-dry-live";
            case LIVE -> "-aiq-live";
        };
    }
}
