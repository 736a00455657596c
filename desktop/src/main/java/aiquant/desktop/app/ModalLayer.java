package aiquant.desktop.app;

import aiquant.desktop.kill.Dialogs;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// Dialogs lie in the window, over a veil, so that the numbers behind them stay in sight and nothing opens elsewhere.
///
/// While one is shown the mouse ends at the veil and the focus cannot leave the dialog.
final class ModalLayer extends StackPane implements Dialogs {

    private Optional<Node> first = Optional.empty();

    ModalLayer() {
        setId("modal");
        getStyleClass().add("modal");
        setVisible(false);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
        sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(this::keepFocus);
    }

    @Override
    public void show(Node content, Node focused) {
        if (content instanceof Region box) {
            box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        }
        getChildren().setAll(content);
        setVisible(true);
        first = Optional.of(focused);
        focused.requestFocus();
    }

    @Override
    public void close() {
        first = Optional.empty();
        getChildren().clear();
        setVisible(false);
    }

    private void keepFocus(@Nullable Node owner) {
        Node node = owner;
        while (node != null && node != this) {
            node = node.getParent();
        }
        if (node == null) {
            first.ifPresent(Node::requestFocus);
        }
    }
}
