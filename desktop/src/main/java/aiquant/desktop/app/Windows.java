package aiquant.desktop.app;

import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// Opens windows; nothing else does. JavaFX thread only.
final class Windows {

    private static final String TITLE = "AI Quant";
    private static final double LEAST_WIDTH = 1000;
    private static final double LEAST_HEIGHT = 640;

    private Windows() {}

    /// A window on the screen, never larger than it.
    static Stage open(Parent root, int width, int height, Runnable closed) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        Stage stage = new Stage();
        stage.setTitle(TITLE);
        stage.setMinWidth(Math.min(LEAST_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(LEAST_HEIGHT, screen.getHeight()));
        stage.setScene(new Scene(root, Math.min(width, screen.getWidth()), Math.min(height, screen.getHeight())));
        stage.setOnHidden(_ -> closed.run());
        stage.show();
        return stage;
    }

    /// A window without a screen: the root has the wanted size, the window around it shows only a corner of it, because
    /// the headless screen is smaller than the pictures we take.
    static Stage openOffScreen(Region root, int width, int height) {
        Pane corner = new Pane(root);
        root.setManaged(false);
        root.resizeRelocate(0, 0, width, height);
        Stage stage = new Stage();
        stage.setTitle(TITLE);
        stage.setScene(new Scene(corner, 400, 300));
        stage.show();
        return stage;
    }
}
