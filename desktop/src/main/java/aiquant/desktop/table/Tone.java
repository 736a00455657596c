package aiquant.desktop.table;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.Node;

/// How a figure is meant, shown as a colour beside its sign or word.
public enum Tone {
    PLAIN,
    GOOD,
    BAD,
    WARN,
    FAINT;

    public static Tone ofSign(double value) {
        return value > 0 ? GOOD : value < 0 ? BAD : PLAIN;
    }

    /// Gives `node` this tone and takes every other.
    public void applyTo(Node node) {
        for (Tone tone : values()) {
            node.pseudoClassStateChanged(tone.pseudoClass(), tone == this && this != PLAIN);
        }
    }

    /// The sheet's name for it: `:tone-good`.
    private PseudoClass pseudoClass() {
        return PseudoClass.getPseudoClass("tone-" + name().toLowerCase(Locale.ROOT));
    }
}
