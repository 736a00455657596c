package aiquant.desktop.app;

import aiquant.desktop.kill.Dialogs;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// Dialogs lie in the window, over a veil, so that the numbers behind them stay in sight and nothing opens elsewhere.
final class ModalLayer extends StackPane implements Dialogs {

    private final Node behind;

    ModalLayer(Node behind) {
        this.behind = behind;
        setId("modal");
        getStyleClass().add("modal");
        setVisible(false);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
    }

    @Override
    public void show(Node content, Node first) {
        if (content instanceof Region box) {
            box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        }
        getChildren().setAll(content);
        behind.setDisable(true);
        setVisible(true);
        first.requestFocus();
    }

    @Override
    public void close() {
        getChildren().clear();
        behind.setDisable(false);
        setVisible(false);
    }
}
