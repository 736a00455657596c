package aiquant.desktop.table;

import java.util.function.Function;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/// Text with a tone; touched only when the text really changes.
final class FigureCell<V> extends TableCell<Row<V>, V> {

    private final Function<V, String> text;
    private final Function<V, Tone> tone;

    FigureCell(Function<V, String> text, Function<V, Tone> tone, String styleClass) {
        this.text = text;
        this.tone = tone;
        getStyleClass().add(styleClass);
    }

    @Override
    protected void updateItem(@Nullable V value, boolean empty) {
        super.updateItem(value, empty);
        if (empty || value == null) {
            setText("");
            Tone.PLAIN.applyTo(this);
            return;
        }
        String newest = text.apply(value);
        if (!newest.equals(getText())) {
            setText(newest);
        }
        tone.apply(value).applyTo(this);
    }
}
