package aiquant.desktop.keys;

import java.util.Arrays;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/// A word in the status bar that lists every shortcut.
public final class KeysHint extends Label {

    public KeysHint() {
        super("Keys");
        String list = Arrays.stream(KeyBinding.values())
                .map(binding -> binding.keys() + "   " + binding.what())
                .collect(Collectors.joining("\n"));
        getStyleClass().add("faint");
        setAccessibleText("Keyboard shortcuts: " + list);
        setTooltip(new Tooltip(list));
    }
}
