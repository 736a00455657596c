package aiquant.desktop.keys;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// Every shortcut of the program. None that spends money is a single key.
public enum KeyBinding {
    NEXT_SYMBOL("Next symbol", new KeyCodeCombination(KeyCode.J)),
    PREVIOUS_SYMBOL("Previous symbol", new KeyCodeCombination(KeyCode.K)),
    PAUSE_SCROLLING("Pause scrolling of tables", new KeyCodeCombination(KeyCode.SPACE)),
    FILTER("Filter the watchlist", new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN)),
    PAUSE_ENTRIES(
            "Pause entries",
            new KeyCodeCombination(KeyCode.P, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN));

    private final String what;

    @SuppressWarnings("ImmutableEnumChecker") // key combinations are immutable, only not marked so
    private final KeyCombination keys;

    KeyBinding(String what, KeyCombination keys) {
        this.what = what;
        this.keys = keys;
    }

    public String what() {
        return what;
    }

    public String keys() {
        return keys.getDisplayText();
    }

    public boolean matches(KeyEvent event) {
        return keys.match(event);
    }

    /// Single keys belong to a text field while one has the focus.
    public boolean isSingleKey() {
        return !(keys.getShortcut() == KeyCombination.ModifierValue.DOWN);
    }
}
