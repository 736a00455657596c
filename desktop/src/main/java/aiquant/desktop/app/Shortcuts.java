package aiquant.desktop.app;

import aiquant.desktop.keys.KeyBinding;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;

/// Connects key bindings with actions. Single keys are left to a text field, and Space to a button, in focus.
final class Shortcuts {

    private final Map<KeyBinding, Runnable> actions = new EnumMap<>(KeyBinding.class);

    Shortcuts(Parent root) {
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::handle);
    }

    Shortcuts on(KeyBinding binding, Runnable action) {
        actions.put(binding, action);
        return this;
    }

    private void handle(KeyEvent event) {
        boolean typing = event.getTarget() instanceof Node node
                && (node instanceof TextInputControl || node instanceof ButtonBase);
        actions.forEach((binding, action) -> {
            if (binding.matches(event) && !(typing && binding.isSingleKey())) {
                action.run();
                event.consume();
            }
        });
    }
}
